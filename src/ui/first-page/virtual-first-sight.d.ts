declare module 'virtual:first-sight/*' {
  import type { LabSnapshot } from '../../lab/snapshot.ts';

  const snapshot: LabSnapshot;
  export default snapshot;
}
