declare module 'gouji.wasm?url' {
  const url: string;
  export default url;
}
declare module 'gouji.wasm?base64' {
  const data: string;
  export default data;
}
declare module '*?worker&inline' {
  const Inline: new () => Worker;
  export default Inline;
}
declare module '*?raw' {
  const text: string;
  export default text;
}
declare module '*.css';
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}
