type Load = (url: string) => void;

/** Runs the text as a classic script of this realm, so that what it declares stays. Throws what it throws. */
export function textRunner(): (text: string) => void {
  const scope = globalThis as unknown as {
    readonly importScripts: (url: unknown) => void;
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL: Load },
      ): { createScriptURL(url: string): unknown };
    };
  };
  const policy = scope.trustedTypes?.createPolicy('page-script', {
    createScriptURL: (url) => url,
  });
  const importScripts = scope.importScripts.bind(globalThis);
  const BlobOfWorker = Blob;
  const createUrl = URL.createObjectURL.bind(URL);
  const revokeUrl = URL.revokeObjectURL.bind(URL);
  return (text) => {
    const url = createUrl(new BlobOfWorker([text], { type: 'text/javascript' }));
    try {
      importScripts(policy ? policy.createScriptURL(url) : url);
    } finally {
      revokeUrl(url);
    }
  };
}
