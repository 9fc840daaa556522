'use strict';
{
  const policy = globalThis.trustedTypes?.createPolicy('page-script', {
    createScriptURL: (url) => url,
  });
  addEventListener('message', function start({ source, data, ports }) {
    if (source !== parent) return;
    removeEventListener('message', start);
    const url = URL.createObjectURL(new Blob([data.text], { type: 'text/javascript' }));
    const worker = new Worker(policy?.createScriptURL(url) ?? url);
    worker.postMessage(data.start, [ports[0]]);
  });
}
