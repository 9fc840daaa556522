/**
 * A piece of a screen whose code comes after the rest. Once it is there it is shown at once wherever it is
 * wanted; where it does not come, that is known.
 */
export class Later<Module> {
  #module = $state.raw<Module | null>(null);
  #failed = $state(false);
  #coming: Promise<void> | null = null;

  constructor(private readonly load: () => Promise<Module>) {}

  get module(): Module | null {
    return this.#module;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Done when the piece is there, or has failed to come. */
  want(): Promise<void> {
    this.#coming ??= this.load().then(
      (module) => {
        this.#module = module;
      },
      () => {
        this.#failed = true;
      },
    );
    return this.#coming;
  }
}
