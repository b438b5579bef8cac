import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A number that is read when it is asked for; with labels, one value for each set of them. */
export interface Reading {
  name: string;
  help: string;
  label?: string;
  read(): Promise<number | undefined | Readonly<Record<string, number>>>;
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** A request that came through a proxy stands behind its address, whoever sent it. */
const fromHere = (request: FastifyRequest): boolean =>
  loopback.has(request.socket.remoteAddress ?? '') &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined;

const isToken = (sent: string | undefined, token: string): boolean => {
  const [given, wanted] = [Buffer.from(sent ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

/**
 * `/metrics` in the form of Prometheus: to whoever brings the token, or without a token to this machine alone; anybody
 * else finds nothing there. Requests are named by the route's template, never by an address that was asked for.
 */
export function registerMetrics(
  app: FastifyInstance,
  token: string | undefined,
  readings: readonly Reading[],
): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'okienko_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  });
  type Child = ReturnType<typeof seconds.labels>;
  const children = new Map<string, Child>();
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    const key = `${request.method} ${route} ${status}`;
    let child = children.get(key);
    if (!child) children.set(key, (child = seconds.labels(request.method, route, status)));
    child.observe(reply.elapsedTime / 1000);
    done();
  });
  const gaugeOf = ({ name, help, label, read }: Reading): Gauge =>
    new Gauge({
      name,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [],
      async collect() {
        this.reset();
        const value = await read();
        if (typeof value === 'number') this.set(value);
        else if (label === undefined || value === undefined) this.remove();
        else for (const [one, number] of Object.entries(value)) this.set({ [label]: one }, number);
      },
    });
  for (const reading of readings) register.registerMetric(gaugeOf(reading));
  app.get('/metrics', { config: { document: true } }, async (request, reply) => {
    const allowed = token === undefined ? fromHere(request) : isToken(request.headers.authorization, token);
    if (!allowed) return reply.callNotFound();
    return await reply.type(register.contentType).send(await register.metrics());
  });
}
