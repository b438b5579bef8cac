/** Where a place lies, in degrees (WGS 84). */
export interface Point {
  latitude: number;
  longitude: number;
}

/** The outline of a gmina: rings of [longitude, latitude]. */
export type Rings = readonly (readonly (readonly number[])[])[];

// Of Poland; the two do not overlap, so it is known which is which, whatever their order.
const latitudes = { from: 49, to: 54.9 };
const longitudes = { from: 14.1, to: 24.2 };

const inside = (value: number, { from, to }: { from: number; to: number }): boolean =>
  value >= from && value <= to;

const coordinate = /-?\d{1,3}(?:[.,]\d+)?/g;

/** Reads a point as people copy it from a map: "51.973, 17.502", "51,973; 17,502". undefined: none, or not in Poland. */
export function readPoint(typed: string): Point | undefined {
  const [a, b, ...more] = (typed.match(coordinate) ?? []).map((one) => Number(one.replace(',', '.')));
  if (a === undefined || b === undefined || more.length > 0) return undefined;
  const [latitude, longitude] = inside(a, latitudes) ? [a, b] : [b, a];
  return inside(latitude, latitudes) && inside(longitude, longitudes) ? { latitude, longitude } : undefined;
}

/** A point as `readPoint` reads it. */
export const pointText = ({ latitude, longitude }: Point): string => `${latitude}, ${longitude}`;

const kilometresOfDegree = 111.32;

/** Of a few kilometres the earth is flat enough. */
const flat = (rings: Rings, { latitude, longitude }: Point): [number, number][][] => {
  const across = kilometresOfDegree * Math.cos((latitude * Math.PI) / 180);
  return rings.map((ring) =>
    ring.map(([lon = 0, lat = 0]) => [(lon - longitude) * across, (lat - latitude) * kilometresOfDegree]),
  );
};

/** How far the origin is from a stretch. */
function fromStretch([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + share * dx, ay + share * dy);
}

/** How far a point lies outside an outline, in kilometres; 0 inside it. */
export function kilometresOutside(point: Point, rings: Rings): number {
  let within = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of flat(rings, point))
    for (const [at, from] of ring.entries()) {
      const to = ring[(at + 1) % ring.length] ?? from;
      nearest = Math.min(nearest, fromStretch(from, to));
      const crosses = from[1] > 0 !== to[1] > 0;
      if (crosses && from[0] - (from[1] * (to[0] - from[0])) / (to[1] - from[1]) > 0) within = !within;
    }
  return within ? 0 : nearest;
}
