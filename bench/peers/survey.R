# Raking and 160 estimates by R's package survey: Rscript survey.R <answers.csv> <margins.csv> <tolerance>
suppressMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
answers <- read.csv(arguments[1])
known <- read.csv(arguments[2])
names <- unique(known$margin)
populations <- lapply(names, function(name) {
  one <- known[known$margin == name, c("code", "count")]
  setNames(one, c(name, "Freq"))
})
began <- proc.time()[["elapsed"]]
worked <- proc.time()[["user.self"]] + proc.time()[["sys.self"]]
design <- svydesign(ids = ~1, weights = rep(1, nrow(answers)), data = answers)
# Below 1 R takes epsilon as a fraction of the total: the tolerance in people is divided by it.
design <- rake(design, lapply(names, function(name) as.formula(paste0("~", name))), populations,
  control = list(maxit = 500, epsilon = as.numeric(arguments[3]) / nrow(answers)))
raked <- proc.time()[["elapsed"]]
by <- svyby(as.formula(paste0("~", paste0("need", 0:9, collapse = "+"))), ~place, design, svymean)
ended <- proc.time()[["elapsed"]]
worked <- proc.time()[["user.self"]] + proc.time()[["sys.self"]] - worked
numbers <- function(values) paste(sprintf("%.15g", as.numeric(t(as.matrix(values)))), collapse = ",")
cat(sprintf("{\"raking\":%f,\"all\":%f,\"processor\":%f,\"values\":[%s],\"errors\":[%s]}\n", raked - began, ended - began, worked,
  numbers(by[, paste0("need", 0:9)]), numbers(SE(by))))
