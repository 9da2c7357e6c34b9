/**
 * The folders that all paths begin with, the separator after them included; empty where there are
 * none. Paths of Windows and of other systems may stand side by side.
 */
export function commonFolder(paths: readonly string[]): string {
  let [common] = paths;
  for (const path of paths) {
    let length = 0;
    while (length < (common?.length ?? 0) && common?.[length] === path[length]) length += 1;
    common = common?.slice(0, length);
  }
  return /^.*[/\\]/su.exec(common ?? '')?.[0] ?? '';
}
