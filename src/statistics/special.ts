/**
 * Incomplete gamma and beta functions by published algorithms; every distribution of this layer stands on them.
 * Relative precision 1e-12 and better for the arguments a survey gives rise to (degrees of freedom up to 1e8).
 */

const rootTwoPi = Math.sqrt(2 * Math.PI);
const halfLogTwoPi = Math.log(2 * Math.PI) / 2;
/** Smaller than this stands for 0 in a denominator of the modified Lentz algorithm. */
const tiny = 1e-300;
const precision = 1e-16;
const mostTerms = 200_000;

/** Lanczos (1964) with g = 607/128 and the 15 coefficients of P. Godfrey (2001): error below 1e-15. */
const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
];

/** ln of the gamma function at a positive x (Lanczos 1964). */
export function logGamma(x: number): number {
  const base = x + 607 / 128 + 0.5;
  const series = lanczos.reduce(
    (sum, coefficient, k) => (k === 0 ? coefficient : sum + coefficient / (x + k)),
    0,
  );
  return (x + 0.5) * Math.log(base) - base + Math.log((rootTwoPi * series) / x);
}

/** What Stirling's formula leaves of ln of the gamma function at x of 10 or more (Abramowitz & Stegun 6.1.41). */
function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  const bernoulli =
    1 / 12 -
    s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156))))));
  return bernoulli / x;
}

/** ln of the beta function without the cancellation of three large logarithms (Fullerton, SLATEC albeta, 1977). */
function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const sum = small + large;
  if (small >= 10)
    return (
      halfLogTwoPi -
      0.5 * Math.log(large) +
      stirlingRest(small) +
      stirlingRest(large) -
      stirlingRest(sum) +
      (small - 0.5) * Math.log(small / sum) +
      large * Math.log1p(-small / sum)
    );
  if (large >= 10)
    return (
      logGamma(small) +
      stirlingRest(large) -
      stirlingRest(sum) +
      small -
      small * Math.log(sum) +
      (large - 0.5) * Math.log1p(-small / sum)
    );
  return logGamma(small) + logGamma(large) - logGamma(sum);
}

/** x^a · e^-x / Γ(a), in the form that keeps its digits when a and x are large and near each other. */
function gammaFactor(a: number, x: number): number {
  if (a < 10) return Math.exp(a * Math.log(x) - x - logGamma(a));
  const excess = (x - a) / a;
  const logRatio = Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(x / a);
  return Math.exp(a * (logRatio - excess) - stirlingRest(a)) * Math.sqrt(a / (2 * Math.PI));
}

/**
 * Upper regularised incomplete gamma Q(a, x) = Γ(a, x)/Γ(a): series below a + 1, Legendre's continued fraction above
 * (Abramowitz & Stegun 6.5.29 and 6.5.31; Gautschi 1979), evaluated by Lentz (1976).
 *
 * @param a positive shape
 * @param x at least 0
 */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < mostTerms && Math.abs(term) > Math.abs(sum) * precision; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return 1 - sum * gammaFactor(a, x);
  }
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < mostTerms; k++) {
    const step = -k * (k - a);
    b += 2;
    d = step * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + step / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    value *= d * c;
    if (Math.abs(d * c - 1) < precision * 4) break;
  }
  return value * gammaFactor(a, x);
}

/**
 * The continued fraction of the incomplete beta function in the form that loses no digits when x is near its mean and
 * one of a, b is large (DiDonato & Morris 1992, ACM algorithm 708, BFRAC); λ = a − (a + b)x is at least 0.
 */
function betaFraction(a: number, b: number, x: number, y: number): number {
  const c = 1 + (a > b ? (a + b) * y - b : a - (a + b) * x);
  const c1 = 1 + 1 / a;
  let [p, s] = [1, a + 1];
  let [above, below, nextAbove, nextBelow] = [0, 1, 1, c / c1];
  let value = c1 / c;
  for (let n = 1; n < mostTerms; n++) {
    const t = n / a;
    const w = n * (b - n) * x;
    const alpha = p * (p + b / a) * (a / s) ** 2 * w * x;
    const beta = n + w / s + ((1 + t) / (c1 + t + t)) * (c + n * (y + 1));
    p = 1 + t;
    s += 2;
    [above, nextAbove] = [nextAbove, alpha * above + beta * nextAbove];
    [below, nextBelow] = [nextBelow, alpha * below + beta * nextBelow];
    const before = value;
    value = nextAbove / nextBelow;
    if (Math.abs(value - before) <= precision * value) break;
    [above, below, nextAbove, nextBelow] = [above / nextBelow, below / nextBelow, value, 1];
  }
  return value;
}

/**
 * Regularised incomplete beta I_x(a, b); `y` is 1 − x, given apart because the subtraction would lose the digits that
 * matter when x is near 1.
 *
 * @param a positive
 * @param b positive
 * @param x from 0 to 1
 */
export function betaLower(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const logX = y < 0.5 ? Math.log1p(-y) : Math.log(x);
  const logY = x < 0.5 ? Math.log1p(-x) : Math.log(y);
  const factor = Math.exp(a * logX + b * logY - logBeta(a, b));
  const isBelowMean = a > b ? (a + b) * y >= b : a >= (a + b) * x;
  return isBelowMean ? factor * betaFraction(a, b, x, y) : 1 - factor * betaFraction(b, a, y, x);
}
