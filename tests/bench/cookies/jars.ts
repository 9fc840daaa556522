import { median } from '../median.ts';
import { ourJar, toughJar, type Contender } from './contenders.ts';

const SIZES = [10, 100, 1000, 10_000];
const ROUNDS = 15;
/** Cookies that a host has where many hosts share the jar. */
const PER_HOST = 10;
/** Least operations in one measurement. */
const OPERATIONS = 2000;

/** Microseconds of one operation, each the median of alternating rounds. */
export interface Comparison {
  readonly what: string;
  readonly cookies: number;
  readonly ours: number;
  readonly tough: number;
}

interface Task {
  readonly what: string;
  /** How many times to repeat it so that it lasts. */
  readonly times: number;
  readonly operations: number;
  /** Makes the jar ready and returns what is measured. */
  prepare(make: () => Contender): () => void;
}

/** Sets and retrieves in jars of several sizes, ours and tough-cookie's, in turns. */
export function comparedJars(): Comparison[] {
  return SIZES.flatMap((cookies) => tasksFor(cookies).map((task) => compare(cookies, task)));
}

function tasksFor(cookies: number): Task[] {
  const spread = (i: number): string => urlOf(Math.floor(i / PER_HOST));
  const times = Math.ceil(OPERATIONS / cookies);
  const hosts = Math.ceil(cookies / PER_HOST);
  const retrieveAll = Math.max(1, Math.min(OPERATIONS, Math.ceil(OPERATIONS / hosts)));
  return [
    {
      what: 'set, ten a host',
      times,
      operations: cookies,
      prepare: (make) => () => void filled(make, cookies, spread),
    },
    {
      what: 'set, one host',
      times,
      operations: cookies,
      prepare: (make) => () => void filled(make, cookies, () => urlOf(0)),
    },
    {
      what: 'retrieve, ten a host',
      times: retrieveAll,
      operations: hosts,
      prepare(make) {
        const jar = filled(make, cookies, spread);
        return () => {
          for (let host = 0; host < hosts; host += 1) jar.retrieve(urlOf(host));
        };
      },
    },
    {
      what: 'retrieve, the same host as the jar grows',
      times: OPERATIONS,
      operations: 1,
      prepare(make) {
        const jar = filled(make, cookies, spread);
        return () => void jar.retrieve(urlOf(0));
      },
    },
    {
      what: 'retrieve, one host',
      times: Math.max(3, Math.ceil(OPERATIONS / cookies)),
      operations: 1,
      prepare(make) {
        const jar = filled(make, cookies, () => urlOf(0));
        return () => void jar.retrieve(urlOf(0));
      },
    },
  ];
}

function urlOf(host: number): string {
  return `https://www.site${String(host)}.co.uk/cart/item`;
}

function filled(
  make: () => Contender,
  count: number,
  urlFor: (index: number) => string,
): Contender {
  const jar = make();
  for (let i = 0; i < count; i += 1)
    jar.set(
      `cookie${String(i)}=value${String(i)}; Path=/; Secure; HttpOnly; SameSite=Lax`,
      urlFor(i),
    );
  return jar;
}

function compare(cookies: number, task: Task): Comparison {
  const ours = task.prepare(ourJar);
  const tough = task.prepare(toughJar);
  const samples = { ours: [] as number[], tough: [] as number[] };
  for (let round = -1; round < ROUNDS; round += 1) {
    const pair = { ours: microseconds(ours, task), tough: microseconds(tough, task) };
    // The first round warms the compiler up.
    if (round < 0) continue;
    samples.ours.push(pair.ours);
    samples.tough.push(pair.tough);
  }
  return { what: task.what, cookies, ours: median(samples.ours), tough: median(samples.tough) };
}

function microseconds(run: () => void, { times, operations }: Task): number {
  const start = performance.now();
  for (let i = 0; i < times; i += 1) run();
  return ((performance.now() - start) * 1000) / (times * operations);
}
