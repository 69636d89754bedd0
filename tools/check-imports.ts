import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judgeTree, type Tree, type Verdict } from './import-law/import-law.ts'
import { sourceFiles } from './source-files.ts'

const FOLDERS = ['src', 'test', 'bin', 'tools', 'browser']

/** The import law (docs/decisions/0002-import-law.md) over this project. */
export function checkImports(root: string = fileURLToPath(new URL('..', import.meta.url))): Verdict {
  return judgeTree(readTree(root))
}

function readTree(root: string): Tree {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    imports: Record<string, string>
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }
  const files = sourceFiles(root, FOLDERS).filter((file) => /\.tsx?$/.test(file))
  return {
    files: new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')])),
    aliases: manifest.imports,
    packages: {
      dependencies: Object.keys(manifest.dependencies),
      devDependencies: Object.keys(manifest.devDependencies),
    },
  }
}

if (import.meta.main) {
  const { files, imports, problems } = checkImports()
  for (const problem of problems) console.error(problem)
  console.log(`${files} files, ${imports} imports, ${problems.length} against the law`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
