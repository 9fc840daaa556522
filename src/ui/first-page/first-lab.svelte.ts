import type { Lab } from '../../lab/lab.svelte.ts';
import { firstSightOf, type LabSight } from '../../lab/lab-sight.ts';
import type { LabSnapshot } from '../../lab/snapshot.ts';

export interface FirstLabOptions {
  readonly snapshot: () => Promise<LabSnapshot>;
  /** Loads the lab's code and makes a lab that stands still where the snapshot says. */
  readonly createLab: (snapshot: LabSnapshot) => Promise<Lab>;
}

/**
 * The lab of the first page. At first only its sight is there; the lab itself is loaded when somebody means
 * to touch it, and takes over where the sight stands.
 */
export class FirstLab {
  readonly #options: FirstLabOptions;
  #sight = $state.raw<LabSight | null>(null);
  #lab = $state.raw<Lab | null>(null);
  #failed = $state(false);
  #loading: Promise<Lab> | null = null;
  #snapshot: Promise<LabSnapshot> | null = null;
  #last: ((lab: Lab) => unknown) | null = null;

  constructor(options: FirstLabOptions) {
    this.#options = options;
  }

  /** What is to be seen now; `null` until there is something. */
  get sight(): LabSight | null {
    return this.#lab ?? this.#sight;
  }

  /** The lab could not be loaded; `again` tries once more. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Shows what the visitor finds. */
  async show(): Promise<void> {
    try {
      const snapshot = await this.#read();
      if (this.#lab === null) this.#sight = firstSightOf(snapshot);
    } catch {
      this.#failed = true;
    }
  }

  /** Somebody comes near: has the lab ready for when they press. */
  approach(): void {
    void this.#load().catch(() => undefined);
  }

  /** Does something with the running lab; where it cannot be loaded, keeps in mind what was wanted. */
  async use(act: (lab: Lab) => unknown): Promise<void> {
    this.#last = act;
    try {
      const lab = await this.#load();
      this.#failed = false;
      this.#last = null;
      await act(lab);
    } catch (error) {
      if (this.#lab !== null) throw error;
      this.#failed = true;
    }
  }

  /** Tries again what failed. */
  async again(): Promise<void> {
    this.#failed = false;
    if (this.sight === null) await this.show();
    if (this.#last !== null) await this.use(this.#last);
  }

  /** The page is left: its lab's time stands still. */
  leave(): void {
    this.#lab?.clock.pause();
  }

  #read(): Promise<LabSnapshot> {
    this.#snapshot ??= this.#options.snapshot().catch((error: unknown) => {
      this.#snapshot = null;
      throw error;
    });
    return this.#snapshot;
  }

  #load(): Promise<Lab> {
    this.#loading ??= this.#read()
      .then((snapshot) => this.#options.createLab(snapshot))
      .then((lab) => (this.#lab = lab))
      .catch((error: unknown) => {
        this.#loading = null;
        throw error;
      });
    return this.#loading;
  }
}
