/** Script that clicks a new link to the address. */
export function linkExpression(url: string, target: string): string {
  return `{
    const link = document.createElement('a');
    link.href = ${JSON.stringify(url)};
    link.target = ${JSON.stringify(target)};
    document.body.append(link);
    link.click();
    undefined;
  }`;
}

/** Script that submits a new form to the address; its query becomes the form's data when it is a GET. */
export function formExpression(url: string, isPost: boolean, target: string): string {
  return `{
    const url = new URL(${JSON.stringify(url)});
    const form = document.createElement('form');
    form.method = ${isPost ? "'post'" : "'get'"};
    for (const [name, value] of url.searchParams) {
      const input = document.createElement('input');
      Object.assign(input, { type: 'hidden', name, value });
      form.append(input);
    }
    form.action = url;
    form.target = ${JSON.stringify(target)};
    document.body.append(form);
    form.requestSubmit();
    undefined;
  }`;
}

/** Script that leads its document elsewhere. */
export function locationExpression(url: string): string {
  return `{ location = ${JSON.stringify(url)}; undefined; }`;
}
