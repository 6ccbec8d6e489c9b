// Trusted Types, where the browser has them: nothing on the page may turn text into markup or script, and the only scripts
// that it may start are its own worker and its service worker.

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

export function trust(): void {
  const factory = (window as unknown as { readonly trustedTypes?: Factory }).trustedTypes;
  factory?.createPolicy('default', {
    createScriptURL(url) {
      if (url.startsWith('blob:') || url === './sw.js') return url;
      throw new TypeError(url);
    },
  });
}
