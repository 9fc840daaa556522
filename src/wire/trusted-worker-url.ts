interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

/**
 * Lets exactly one script URL through the document's Trusted Types: `register()` takes a string, and so
 * does MSW, therefore it has to be the default policy. To be called once, before the worker is started;
 * does nothing where the browser has no Trusted Types.
 */
export function allowWorkerUrl(url: string): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  const allowed = absolute(url);
  trustedTypes?.createPolicy('default', {
    createScriptURL: (candidate) => {
      if (absolute(candidate) === allowed) return candidate;
      throw new TypeError(`Not a script of this page: ${candidate}`);
    },
  });
}

function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}
