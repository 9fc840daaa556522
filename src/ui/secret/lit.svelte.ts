/**
 * Which key is lit up on the page. One value, one pill: touching a pill lights up every pill of the same
 * value, wherever it is shown.
 */
class Lit {
  #touched = $state<string | null>(null);
  #pinned = $state<string | null>(null);

  /** Whether pills of this value shine now. */
  isLit(value: string): boolean {
    return value === this.#touched || value === this.#pinned;
  }

  isPinned(value: string): boolean {
    return value === this.#pinned;
  }

  touch(value: string): void {
    this.#touched = value;
  }

  leave(value: string): void {
    if (this.#touched === value) this.#touched = null;
  }

  /** Keeps the pills of this value lit. */
  pin(value: string): void {
    this.#pinned = value;
  }

  /** Keeps the pills of this value lit until it is pressed again, or another one is. */
  togglePin(value: string): void {
    this.#pinned = this.#pinned === value ? null : value;
  }
}

export const lit = new Lit();
