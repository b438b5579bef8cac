import type { VNode } from 'preact';

type LongLat = readonly number[];

export type MapArea = {
  name: string;
  /** Outer rings: longitude and latitude in degrees. */
  rings: readonly (readonly LongLat[])[];
  /** What is written in it; a neighbour is drawn pale, with its name only. */
  value?: string;
  /** 0 to 1: how full it is drawn. */
  share?: number;
  neighbour?: boolean;
};

export type MapPoint = { name: string; longitude: number; latitude: number; value: string; share: number };

export type AreaMapProps = {
  /** Said to a screen reader; the numbers are in the table beside the map. */
  label: string;
  areas: readonly MapArea[];
  points: readonly MapPoint[];
};

const width = 640;
const margin = 16;
// How far a name goes out of the way of a point.
const beside = 75;
const radii = { least: 7, most: 26 };

const radiusOf = ({ share }: MapPoint): number => radii.least + Math.sqrt(share) * (radii.most - radii.least);

// From so many areas on a name is small, with its value below it.
const many = 7;

const round = (value: number): number => Math.round(value * 10) / 10;

/** A map as a drawing: areas with what is counted in them, and points as large as their counts. */
export const AreaMap = ({ label, areas, points }: AreaMapProps): VNode | null => {
  const all = areas.flatMap(({ rings }) => rings.flat());
  const longitudes = all.map(([longitude]) => longitude ?? 0);
  const latitudes = all.map(([, latitude]) => latitude ?? 0);
  if (all.length === 0) return null;
  const west = Math.min(...longitudes);
  const east = Math.max(...longitudes);
  const south = Math.min(...latitudes);
  const north = Math.max(...latitudes);
  // A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / ((east - west) * squeeze || 1);
  const height = (north - south) * scale + 2 * margin;
  const x = (longitude: number): number => round((longitude - west) * squeeze * scale + margin);
  const y = (latitude: number): number => round((north - latitude) * scale + margin);
  const path = (rings: MapArea['rings']): string =>
    rings
      .map(
        (ring) =>
          `M${ring.map(([longitude = 0, latitude = 0]) => `${x(longitude)} ${y(latitude)}`).join('L')}Z`,
      )
      .join('');
  /** The centre of mass of the first ring: where a name stands inside the area. */
  const middle = ([ring = []]: MapArea['rings']): { x: number; y: number } => {
    const corners = ring.map(([longitude = 0, latitude = 0]) => ({ x: x(longitude), y: y(latitude) }));
    const sum = { area: 0, x: 0, y: 0 };
    corners.forEach((corner, index) => {
      const next = corners[(index + 1) % corners.length] ?? corner;
      const cross = corner.x * next.y - next.x * corner.y;
      sum.area += cross;
      sum.x += (corner.x + next.x) * cross;
      sum.y += (corner.y + next.y) * cross;
    });
    return { x: round(sum.x / (3 * sum.area || 1)), y: round(sum.y / (3 * sum.area || 1)) };
  };
  /** Of three places one below another, the one farthest from the points: a name must not cover a number. */
  const apart = (from: { x: number; y: number }): { x: number; y: number } => {
    const room = (at: { x: number; y: number }): number =>
      Math.min(
        ...points.map((point) => Math.hypot(x(point.longitude) - at.x, y(point.latitude) + 8 - at.y)),
        beside,
      );
    const [best] = [0, -beside, beside]
      .map((down) => ({ x: from.x, y: from.y + down }))
      .toSorted((one, other) => room(other) - room(one));
    return best ?? from;
  };
  const dense = areas.length >= many;
  const ordered = areas.toSorted(
    (one, other) => Number(other.neighbour ?? false) - Number(one.neighbour ?? false),
  );
  return (
    <svg
      class="map"
      viewBox={`0 0 ${width} ${round(height)}`}
      role="img"
      aria-label={label}
      focusable="false"
    >
      {ordered.map((area) => (
        <path
          key={area.name}
          class={area.neighbour ? 'map-neighbour' : 'map-area'}
          d={path(area.rings)}
          {...(area.neighbour ? {} : { 'fill-opacity': round(0.1 + (area.share ?? 0) * 0.2) })}
        />
      ))}
      {points.map((point) => (
        <g key={point.name} class="map-point">
          <circle cx={x(point.longitude)} cy={y(point.latitude)} r={round(radiusOf(point))} />
          <text class="map-value" x={x(point.longitude)} y={y(point.latitude) + 5} text-anchor="middle">
            {point.value}
          </text>
          <text
            class="map-name-pale"
            x={x(point.longitude)}
            y={y(point.latitude) + radiusOf(point) + 17}
            text-anchor="middle"
          >
            {point.name}
          </text>
        </g>
      ))}
      {ordered.map((area) => {
        const at = apart(middle(area.rings));
        const look = area.neighbour
          ? 'map-name map-name-pale'
          : dense
            ? 'map-name map-name-dense'
            : 'map-name';
        return (
          <text key={area.name} class={look} x={at.x} y={at.y} text-anchor="middle">
            {area.value === undefined ? (
              area.name
            ) : dense ? (
              <>
                <tspan class="map-name-of">{area.name}</tspan>
                <tspan x={at.x} dy="1.1em">
                  {area.value}
                </tspan>
              </>
            ) : (
              `${area.name}: ${area.value}`
            )}
          </text>
        );
      })}
    </svg>
  );
};
