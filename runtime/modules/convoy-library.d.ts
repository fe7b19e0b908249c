declare module "convoy:library" {
  const sources: Record<string, string>;
  export default sources;
}
