/** The part of autocannon that is used here; the package has no types of its own. */
declare module 'autocannon' {
  interface Sent {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: (request: Sent) => Sent;
  }
  interface Options extends Sent {
    url: string;
    connections: number;
    duration: number;
    requests?: Sent[];
  }
  interface Result {
    duration: number;
    errors: number;
    timeouts: number;
    non2xx: number;
    '2xx': number;
    latency: { p50: number; p90: number; p97_5: number; p99: number; average: number };
  }
  export default function autocannon(options: Options): Promise<Result>;
}
