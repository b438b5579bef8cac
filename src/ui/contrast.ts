/** Relative luminance of a #rrggbb colour (WCAG 2.2). */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio of two #rrggbb colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['paper', 'surface', 'sunk'] as const;

/** Text on its grounds: at least 4.5 to 1 (WCAG 1.4.3). Every new pair of tokens is written here. */
export const textPairs: readonly (readonly [string, string])[] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'muted', 'accent', 'accent-strong', 'success', 'warning', 'danger'].map(
      (ink) => [ink, ground] as const,
    ),
  ),
  ...['accent-wash', 'success-wash', 'warning-wash', 'danger-wash'].map((ground) => ['ink', ground] as const),
  ...['accent-wash', 'success-wash', 'warning-wash', 'danger-wash'].map(
    (ground) => ['accent', ground] as const,
  ),
  ['accent-strong', 'accent-wash'],
  ['success', 'success-wash'],
  ['warning', 'warning-wash'],
  ['danger', 'danger-wash'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['on-band', 'band'],
  ['on-band', 'band-deep'],
  ['on-band-muted', 'band'],
  ['band', 'on-band'],
];

/** Edges of controls and parts of drawings beside their grounds: at least 3 to 1 (WCAG 1.4.11). */
export const shapePairs: readonly (readonly [string, string])[] = [
  ...grounds.flatMap((ground) =>
    ['line-strong', 'amber', 'danger', 'success', 'accent', 'pane', 'focus'].map(
      (line) => [line, ground] as const,
    ),
  ),
  ['line-strong', 'accent-wash'],
  ['amber', 'warning-wash'],
  ['danger', 'danger-wash'],
  ['on-band-muted', 'band'],
  ['lamp', 'band'],
  ['lamp', 'band-deep'],
];
