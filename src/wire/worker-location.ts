/** Where our worker's script is and what it controls; both relative to the page, or absolute. */
export interface WorkerLocation {
  readonly url: string;
  readonly scope: string;
}
