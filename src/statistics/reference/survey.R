# Reference values of R's package survey for the tests of src/statistics, printed as JSON with 17 digits:
#   Rscript src/statistics/reference/survey.R > src/statistics/reference/survey.json
# The answers are made by the generator of Park & Miller (1988), the same in data.ts; nothing is drawn by R itself.
suppressMessages(library(survey))
options(survey.adjust.domain.lonely = FALSE)

generator <- function(seed) { state <- seed; function() { state <<- (state * 16807) %% 2147483647; state / 2147483647 } }

answers <- function(n, seed) {
  u <- generator(seed)
  m <- matrix(0, n, 12)
  for (i in 1:n) for (k in 1:12) m[i, k] <- u()
  sex <- ifelse(m[, 1] < 0.38, 0, 1)
  age <- floor(m[, 2] * (m[, 2] + 0.5) * 10 / 3)
  edu <- floor(m[, 3] * 3)
  place <- floor(m[, 4] * m[, 4] * 8)
  hours <- floor(m[, 5] * m[, 5] * 41)
  hours[m[, 6] < 0.1] <- NA
  rating <- floor(m[, 7] * (4 + sex))
  rating[m[, 8] < 0.08] <- NA
  data.frame(sex, age, edu, place, hours, rating,
    need = as.numeric(m[, 9] < 0.1 + 0.05 * age + 0.1 * sex),
    rare = as.numeric(m[, 10] < 0.02),
    household = 1 + floor(m[, 11] * 4),
    base = c(10, 12.5, 20)[1 + floor(m[, 12] * 3)])
}

margins <- list(
  sex = c(9600, 10400),
  age = c(3000, 3500, 5000, 4500, 4000),
  edu = c(4000, 9000, 7000),
  place = c(5200, 3600, 2600, 2400, 2000, 1700, 1400, 1100))
known <- function(name) { counts <- data.frame(code = seq_along(margins[[name]]) - 1, Freq = margins[[name]]); names(counts)[1] <- name; counts }

parts <- character()
emit <- function(name, values) {
  values <- as.numeric(unlist(values))
  text <- ifelse(is.finite(values), sprintf("%.17g", values), "null")
  parts <<- c(parts, sprintf("  \"%s\": [%s]", name, paste(text, collapse = ", ")))
}

# value, se, deff, deff with replacement
statistic <- function(f, design, fun) {
  one <- fun(f, design, na.rm = TRUE, deff = TRUE)
  two <- suppressWarnings(fun(f, design, na.rm = TRUE, deff = "replace"))
  c(coef(one), SE(one), deff(one), deff(two))
}

all_of <- function(label, design) {
  emit(paste(label, "weights"), c(sum(weights(design)), sum(weights(design)^2), max(weights(design)), min(weights(design)[weights(design) > 0])))
  for (y in c("need", "rare", "hours")) {
    f <- as.formula(paste0("~", y))
    emit(paste(label, "mean", y), statistic(f, design, svymean))
    emit(paste(label, "total", y), statistic(f, design, svytotal))
  }
  r <- svyratio(~hours, ~household, design, na.rm = TRUE, deff = TRUE)
  r2 <- svyratio(~hours, ~household, design, na.rm = TRUE, deff = "replace")
  emit(paste(label, "ratio"), c(coef(r), SE(r), attr(r, "deff"), attr(r2, "deff")))
  by <- svyby(~need, ~place, design, svymean, deff = TRUE)
  emit(paste(label, "by place"), by$need)
  emit(paste(label, "by place se"), SE(by))
  emit(paste(label, "by place deff"), by$DEff.need)
  byt <- svyby(~hours, ~place, design, svytotal, na.rm = TRUE)
  emit(paste(label, "total by place"), byt$hours)
  emit(paste(label, "total by place se"), SE(byt))
  women <- subset(design, sex == 1)
  emit(paste(label, "women ratio"), { w <- svyratio(~hours, ~household, women, na.rm = TRUE); c(coef(w), SE(w)) })
  emit(paste(label, "women degf"), degf(women))
  emit(paste(label, "degf"), degf(design))
  for (d in c("all", "women")) {
    used <- if (d == "all") design else women
    for (m in c("logit", "mean")) emit(paste(label, d, "ciprop", m), suppressWarnings(attr(svyciprop(~need, used, method = m), "ci")))
    emit(paste(label, d, "confint"), confint(svymean(~hours, used, na.rm = TRUE), level = 0.9))
    for (t in c("rating+place", "need+sex", "need+edu", "rating+edu", "need+age")) {
      if (d == "women" && t == "need+sex") next
      f <- as.formula(paste0("~", t))
      x <- suppressWarnings(svychisq(f, used, statistic = "F"))
      c1 <- suppressWarnings(svychisq(f, used, statistic = "Chisq"))
      emit(paste(label, d, "chisq", t), c(x$statistic, x$parameter, x$p.value, c1$statistic, c1$parameter, c1$p.value))
    }
  }
}

raked <- function(design, ...) rake(design, list(~sex, ~age, ~edu, ~place), lapply(names(margins), known), control = list(...))
absolute <- function(design) 1e-10 / sum(weights(design))

main <- answers(900, 20261122)
main$fpc <- margins$place[main$place + 1]
plain <- svydesign(ids = ~1, weights = ~base, data = main)
all_of("plain", plain)
strat <- svydesign(ids = ~1, weights = ~base, strata = ~place, fpc = ~fpc, data = main)
all_of("stratified", strat)

cross <- expand.grid(sex = 0:1, age = 0:4)
cross$Freq <- margins$sex[cross$sex + 1] * margins$age[cross$age + 1] / 20000 * (1 + ifelse(cross$sex == 1, 1, -1) * (cross$age - 2) / 20)
all_of("post", postStratify(plain, ~sex + age, cross))
all_of("post stratified", postStratify(strat, ~sex + age, cross))
all_of("raked", raked(plain, maxit = 500, epsilon = absolute(plain)))
all_of("raked stratified", raked(strat, maxit = 500, epsilon = absolute(strat)))
all_of("raked early", raked(plain, maxit = 10, epsilon = 1))
tight <- raked(plain, maxit = 500, epsilon = absolute(plain))
emit("raked row weights", weights(tight)[c(1:40)])
all_of("trimmed", trimWeights(tight, upper = 35, lower = 8, strict = FALSE))
emit("trimmed strict weights", { t <- weights(trimWeights(tight, upper = 35, lower = 8, strict = TRUE)); c(sum(t), sum(t^2), max(t), min(t)) })
then <- postStratify(postStratify(plain, ~sex + age, cross), ~edu, known("edu"))
all_of("post twice", then)

# Weights of 0: every seventh answer.
zero <- main; zero$base[seq_len(nrow(zero)) %% 7 == 0] <- 0
zeroes <- svydesign(ids = ~1, weights = ~base, data = zero)
all_of("zero weights", zeroes)
all_of("zero weights post", postStratify(zeroes, ~sex + age, cross))

# One answer alone in a stratum, and a domain of one.
few <- main[1:60, ]
few$place[few$place == 7] <- 6
few$place[1] <- 7
few$fpc <- margins$place[few$place + 1]
lonely <- svydesign(ids = ~1, weights = ~base, strata = ~place, data = few)
for (rule in c("adjust", "remove")) {
  options(survey.lonely.psu = rule)
  emit(paste("lonely", rule), statistic(~need, lonely, svymean))
  emit(paste("lonely", rule, "total"), statistic(~household, lonely, svytotal))
  post <- postStratify(lonely, ~sex, known("sex"))
  emit(paste("lonely", rule, "post"), statistic(~need, post, svymean))
}
options(survey.lonely.psu = "fail")
# Tables of sixty answers: most of their places are empty.
for (t in c("rating+place", "need+place", "rare+age")) {
  alone <- svydesign(ids = ~1, weights = ~base, data = few)
  f <- as.formula(paste0("~", t))
  x <- tryCatch(suppressWarnings(svychisq(f, alone, statistic = "F")), error = function(e) NULL)
  c1 <- tryCatch(suppressWarnings(svychisq(f, alone, statistic = "Chisq")), error = function(e) NULL)
  emit(paste("sparse chisq", t), if (is.null(x)) NA else c(x$statistic, x$parameter, x$p.value, c1$statistic, c1$parameter, c1$p.value))
}
without <- subset(lonely, place != 7)
emit("lonely outside the domain", { m <- svymean(~need, without); c(coef(m), SE(m)) })
one <- subset(svydesign(ids = ~1, weights = ~base, data = few), seq_len(60) == 5)
emit("domain of one", { m <- svymean(~household, one); c(coef(m), SE(m)) })
emit("domain of one total", { m <- svytotal(~household, one); c(coef(m), SE(m)) })
oneraked <- subset(tight, seq_len(900) == 5)
emit("domain of one raked", { m <- svymean(~household, oneraked); c(coef(m), SE(m)) })
emit("domain of one raked total", { m <- svytotal(~household, oneraked); c(coef(m), SE(m)) })
main$same <- 1
emit("all equal", { m <- svymean(~same, update(plain, same = 1)); c(coef(m), SE(m)) })
emit("all equal total", { m <- svytotal(~same, update(plain, same = 1)); c(coef(m), SE(m)) })
emit("all equal total raked", { m <- svytotal(~same, update(tight, same = 1)); c(coef(m), SE(m)) })

# The sample of schools that the package documents, by sums of its strata (E, H, M); see schools.test.ts.
data(api)
emit("schools n", tapply(apistrat$enroll, apistrat$stype, length))
emit("schools N", tapply(apistrat$fpc, apistrat$stype, function(x) x[1]))
emit("schools weight", tapply(apistrat$pw, apistrat$stype, function(x) x[1]))
for (y in c("enroll", "api.stu", "api00")) {
  emit(paste("schools sum", y), tapply(apistrat[[y]], apistrat$stype, sum))
  emit(paste("schools squares", y), tapply(apistrat[[y]]^2, apistrat$stype, sum))
}
emit("schools products", tapply(apistrat$enroll * apistrat$api.stu, apistrat$stype, sum))
dstrat <- svydesign(ids = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc)
emit("schools mean api00", { m <- svymean(~api00, dstrat); c(coef(m), SE(m)) })
emit("schools total enroll", { m <- svytotal(~enroll, dstrat); c(coef(m), SE(m)) })
emit("schools ratio", { m <- svyratio(~api.stu, ~enroll, dstrat); c(coef(m), SE(m)) })

# Distributions: argument, degrees of freedom, probability above; as triples (F: four).
grid <- function(...) { g <- expand.grid(...); g }
g <- grid(x = c(0.001, 0.5, 2, 7.5, 40, 300, 1050), df = c(0.7, 1, 2, 5.3, 36, 250, 1000))
emit("chi-square", t(cbind(g$x, g$df, pchisq(g$x, g$df, lower.tail = FALSE))))
g <- grid(x = c(0.05, 0.7, 1, 1.3, 3.2, 25), ndf = c(0.8, 1, 4.6, 30, 180), ddf = c(1, 3.5, 60, 899, 5e4, 3e7))
emit("f", t(cbind(g$x, g$ndf, g$ddf, pf(g$x, g$ndf, g$ddf, lower.tail = FALSE))))
g <- grid(t = c(-3, 0, 0.2, 1, 2.5, 12), df = c(1, 2.5, 10, 892, 1e6))
emit("t", t(cbind(g$t, g$df, pt(g$t, g$df, lower.tail = FALSE))))
g <- grid(p = c(1e-6, 0.025, 0.4, 0.5, 0.9, 0.975, 0.9999), df = c(1, 1.7, 5, 30, 899, 1e6))
emit("t quantile", t(cbind(g$p, g$df, qt(g$p, g$df))))
p <- c(1e-300, 1e-12, 1e-5, 0.025, 0.07, 0.3, 0.5, 0.8, 0.975, 0.9999999)
emit("normal quantile", t(cbind(p, qnorm(p))))
z <- c(-9, -2, -0.1, 0, 0.3, 1.96, 5, 20)
emit("normal", t(cbind(z, pnorm(z, lower.tail = FALSE))))
cat("{\n", sprintf("  \"r\": \"%s, survey %s\",\n", R.version.string, packageVersion("survey")), paste(parts, collapse = ",\n"), "\n}\n", sep = "")
