import { posix } from 'node:path'
import { findCircles } from './find-circles.ts'
import { wrongWithPackage, wrongWithStep, type Packages } from './judge.ts'
import { readImports, unreadImports, type Import } from './read-imports.ts'

export type Tree = {
  /** Path from the root of the project → source. */
  files: ReadonlyMap<string, string>
  /** `#platform/*` → `./src/platform/*`, as package.json has it. */
  aliases: Record<string, string>
  packages: Packages
}

export type Verdict = { files: number; imports: number; problems: string[] }

/** Judges every import of a tree of files. No problem: the law holds. */
export function judgeTree(tree: Tree): Verdict {
  const graph = new Map<string, string[]>()
  const problems: string[] = []
  let imports = 0
  for (const [file, source] of tree.files) {
    const found = readImports(source)
    imports += found.length
    if (/(^|\/)index\.tsx?$/.test(file)) problems.push(`${file}: no barrels: name the file for what is in it`)
    for (const line of unreadImports(source)) problems.push(`${file}:${line}: an import that the law cannot read`)
    for (const one of found) problems.push(...judgeImport(tree, file, one).map((why) => `${file}:${one.line} → ${why}`))
    graph.set(file, [...new Set(found.flatMap((one) => targetOf(tree, file, one.specifier) ?? []))])
  }
  for (const way of findCircles(graph)) problems.push(`circle: ${way.join(' → ')}`)
  return { files: tree.files.size, imports, problems }
}

function judgeImport(tree: Tree, file: string, one: Import): string[] {
  if (one.handsOn) return [`${one.specifier}: no barrels: import it where it lives`]
  const to = targetOf(tree, file, one.specifier)
  if (to === null) return withName(one.specifier, wrongWithPackage(file, one, tree.packages))
  if (!/^[.#]/.test(one.specifier)) return [`${one.specifier}: write ./, ../ or #floor/`]
  // Data, and programs of one file that strangers run, are no part of the house.
  if (!tree.files.has(to) && !/\.(json|mjs)$/.test(to)) return [`${to}: does not exist (the extension is written too)`]
  return withName(to, wrongWithStep({ from: file, to, import: one }))
}

const withName = (name: string, why: string | null): string[] => (why === null ? [] : [`${name}: ${why}`])

/** The file of ours that is meant, or null for a package. */
function targetOf({ aliases }: Tree, file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  if (specifier.startsWith('/')) return specifier
  for (const [alias, folder] of Object.entries(aliases)) {
    const start = alias.replace('*', '')
    if (specifier.startsWith(start)) return posix.normalize(folder.replace('*', specifier.slice(start.length)))
  }
  return specifier.startsWith('#') ? specifier : null
}
