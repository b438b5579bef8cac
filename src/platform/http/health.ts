import type { FastifyInstance } from 'fastify';

/** What must hold for this server to be given work, by name. A check answers false or throws when it does not. */
export type Checks = Readonly<Record<string, () => Promise<boolean>>>;

const keptMs = 1000;
const answersWithinMs = 2000;

const within = async (check: () => Promise<boolean>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answersWithinMs);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * `/health/live`: the process answers. `/health/ready`: it may be given work. Neither tells a stranger more than yes or no
 * to each name; asked more often than once a second, they answer what they last found.
 */
export function registerHealth(app: FastifyInstance, checks: Checks): void {
  let stopping = false;
  let kept: { until: number; found: Promise<Record<string, boolean>> } | undefined;
  app.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  const look = async (): Promise<Record<string, boolean>> =>
    Object.fromEntries(
      await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await within(check)])),
    ) as Record<string, boolean>;
  const found = async (): Promise<Record<string, boolean>> => {
    if (!kept || kept.until < performance.now()) kept = { until: performance.now() + keptMs, found: look() };
    return await kept.found;
  };
  // Open data and machines' addresses have limits of their own: a probe every second is no robot.
  const config = { document: true } as const;
  app.get('/health/live', { config }, async () => await Promise.resolve({ status: 'live' }));
  app.get('/health/ready', { config }, async (_request, reply) => {
    const all: Record<string, boolean> = { running: !stopping, ...(await found()) };
    const ready = Object.values(all).every(Boolean);
    return await reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks: all });
  });
}
