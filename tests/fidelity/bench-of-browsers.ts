import { makeCertificate } from './chromium/certificate.ts';
import { Chromium } from './chromium/chromium.ts';
import type { Lane } from './chromium/lane.ts';
import { compare, type Difference } from './compare.ts';
import { visitInLab } from './lab/lab-visit.ts';
import { comparable, type Observation } from './observation.ts';
import { OriginServer } from './origin-server.ts';
import type { Scenario } from './scenario.ts';
import { scriptOfAnswers } from './script-of-answers.ts';

/** Both browsers side by side, with the real one's server. */
export class BenchOfBrowsers {
  #count = 0;

  private constructor(
    readonly server: OriginServer,
    readonly chromium: Chromium,
    readonly lanes: readonly Lane[],
    readonly withMetadata: boolean,
  ) {}

  static async open(laneCount: number, withMetadata: boolean): Promise<BenchOfBrowsers> {
    const certificate = await makeCertificate();
    const server = new OriginServer(certificate);
    const ports = await server.listen();
    const chromium = new Chromium({ ...ports, publicKeyHash: certificate.publicKeyHash });
    const opening = Array.from({ length: laneCount }, () => chromium.openLane());
    return new BenchOfBrowsers(server, chromium, await Promise.all(opening), withMetadata);
  }

  /** Plays a scenario in both and gives what differs. */
  async differences(scenario: Scenario, lane: Lane): Promise<readonly Difference[]> {
    const [real, ours] = [await this.#visitInChromium(scenario, lane), await visitInLab(scenario)];
    return compare(real, ours, { scenario, withMetadata: this.withMetadata });
  }

  async close(): Promise<void> {
    await this.chromium.close();
    this.server.close();
  }

  async #visitInChromium(scenario: Scenario, lane: Lane): Promise<Observation> {
    const run = String(++this.#count);
    const { answers, visits } = scriptOfAnswers(scenario, run);
    const log = this.server.begin(run, answers);
    const { script, jar } = await lane.visit(visits);
    this.server.end(run);
    return { requests: log.requests, script: comparable(script), jar };
  }
}
