import { frameworks, type Framework } from '../../tutorial/code/frameworks.ts';

const storageKey = 'remember-me:framework';

/** The framework in whose terms the reader reads code, from step to step and from visit to visit. */
export class FrameworkChoice {
  #framework = $state<Framework>(read());

  get framework(): Framework {
    return this.#framework;
  }

  choose(framework: Framework): void {
    this.#framework = framework;
    try {
      localStorage.setItem(storageKey, framework);
    } catch {
      // Storage is blocked: the choice lasts as long as the step.
    }
  }
}

function read(): Framework {
  try {
    const kept = localStorage.getItem(storageKey);
    return frameworks.find((one) => one === kept) ?? 'spring';
  } catch {
    return 'spring';
  }
}
