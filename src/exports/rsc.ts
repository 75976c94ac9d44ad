/** What runs on the server and renders. Named by `src/config/componentPaths.ts`; nothing inside imports this file. */
export {}
