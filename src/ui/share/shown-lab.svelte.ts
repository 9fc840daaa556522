import type { Lab } from '../../lab/lab.svelte.ts';
import type { ReadLab } from '../../lab/share/shared-lab.ts';
import type { LabSnapshot } from '../../lab/snapshot.ts';

/** What is to be said about a lab that somebody has shared. */
export type Saying =
  | { readonly kind: 'asking'; readonly snapshot: LabSnapshot; readonly exchanges: number }
  | {
      readonly kind: 'opened';
      /** Something in it was signed with a key that did not come with it. */
      readonly lostSignatures: boolean;
    }
  | { readonly kind: 'refused'; readonly code: Exclude<ReadLab, { ok: true }>['code'] };

const load = () =>
  Promise.all([
    import('../../lab/share/shared-lab.ts'),
    import('../../lab/share/open-shared.ts'),
    import('../../lab/share/lost-signatures.ts'),
  ]);

/** The lab on the stage, where somebody comes with another one by a link or a file. */
export class ShownLab {
  readonly #lab: Lab;
  #saying = $state.raw<Saying | null>(null);

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  get saying(): Saying | null {
    return this.#saying;
  }

  /** What an address says after its `#`; nothing happens where that is no lab. */
  async takeLink(fragment: string): Promise<void> {
    const [{ holdsLab, readLabLink }] = await load();
    if (holdsLab(fragment)) await this.#offer(await readLabLink(fragment));
  }

  async takeFile(file: File): Promise<void> {
    const [{ largestLab, readLabText }] = await load();
    const isTooLarge = file.size > largestLab;
    await this.#offer(
      isTooLarge ? { ok: false, code: 'too-large' } : readLabText(await file.text()),
    );
  }

  async open(snapshot: LabSnapshot): Promise<void> {
    const [, { openShared }, { hasLostSignatures }] = await load();
    this.#saying = openShared(this.#lab, snapshot)
      ? { kind: 'opened', lostSignatures: hasLostSignatures(snapshot) }
      : { kind: 'refused', code: 'damaged' };
  }

  dismiss(): void {
    this.#saying = null;
  }

  /** The lab before, or, where there is none any more, an empty one. */
  takeBack(): void {
    this.#saying = null;
    if (this.#lab.canUndo) this.#lab.undo();
    else this.#lab.reset();
  }

  /** Whoever has done nothing yet has nothing to lose. */
  async #offer(read: ReadLab): Promise<void> {
    if (!read.ok) this.#saying = { kind: 'refused', code: read.code };
    else if (this.#lab.exchanges.length === 0 && !this.#lab.canUndo) await this.open(read.snapshot);
    else {
      const { log } = read.snapshot;
      const exchanges = log.filter(({ event }) => event.type === 'request-sent').length;
      this.#saying = { kind: 'asking', snapshot: read.snapshot, exchanges };
    }
  }
}
