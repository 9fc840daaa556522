import { configure } from '@testing-library/svelte';

// Checking a password takes its hundred thousand iterations, on a busy machine more than a second.
configure({ asyncUtilTimeout: 10_000 });
