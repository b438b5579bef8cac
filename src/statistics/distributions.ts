import { betaLower, gammaUpper } from './special.ts';

/** Probability that a standard normal value is above `z`. */
export function normalUpper(z: number): number {
  const tail = gammaUpper(0.5, (z * z) / 2) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** Probability that a chi-square value of `df` degrees of freedom (any positive number) is above `x`. */
export const chiSquareUpper = (x: number, df: number): number => gammaUpper(df / 2, Math.max(0, x) / 2);

/**
 * Probability that an F value of `ndf` and `ddf` degrees of freedom (any positive numbers, `ddf` may be infinite) is
 * above `x`: I_y(ddf/2, ndf/2) with y = ddf / (ddf + ndf·x) (Abramowitz & Stegun 26.6.2).
 */
export function fUpper(x: number, ndf: number, ddf: number): number {
  if (x <= 0) return 1;
  if (ddf === Number.POSITIVE_INFINITY) return chiSquareUpper(x * ndf, ndf);
  const below = ddf + ndf * x;
  return betaLower(ddf / 2, ndf / 2, ddf / below, (ndf * x) / below);
}

/** Probability that Student's t of `df` degrees of freedom (may be infinite) is above `t`. */
export function studentUpper(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalUpper(t);
  const below = df + t * t;
  const tail = betaLower(df / 2, 0.5, df / below, (t * t) / below) / 2;
  return t >= 0 ? tail : 1 - tail;
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/** Numerators and denominators of Wichura (1988), algorithm AS 241, PPND16: middle, near tails, far tails. */
const ppnd = {
  middle: [
    [
      3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
      67265.7709270087, 33430.57558358813, 2509.0809287301227,
    ],
    [
      1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
      28729.085735721943, 5226.495278852546,
    ],
  ],
  near: [
    [
      1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
      0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
    ],
    [
      1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
      0.0005475938084995345, 1.0507500716444169e-9,
    ],
  ],
  far: [
    [
      6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
      0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
    ],
    [
      1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
      1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
    ],
  ],
} as const;

const rational = ([above, below]: readonly [readonly number[], readonly number[]], x: number): number =>
  polynomial(above, x) / polynomial(below, x);

/** The standard normal value below which the probability `p` lies (Wichura 1988, AS 241; relative error 1e-16). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * rational(ppnd.middle, 0.180625 - q * q);
  const tail = Math.min(p, 1 - p);
  if (tail <= 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const z = r <= 5 ? rational(ppnd.near, r - 1.6) : rational(ppnd.far, r - 5);
  return q < 0 ? -z : z;
}

/**
 * The value of Student's t below which the probability `p` lies: between two bounds that hold it, halved until no
 * number lies between them (the tail is monotone, so nothing but the tail's own precision enters).
 *
 * @param df positive, may be infinite (then the normal value)
 */
export function studentQuantile(p: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY || p === 0.5) return normalQuantile(p);
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const tail = 1 - p;
  let low = 0;
  let high = Math.max(1, normalQuantile(p));
  while (studentUpper(high, df) > tail && high < 1e300) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high || high - low < 1e-15 * high) return middle;
    if (studentUpper(middle, df) > tail) low = middle;
    else high = middle;
  }
}
