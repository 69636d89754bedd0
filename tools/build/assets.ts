import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { FONTS } from './fonts.ts'
import type { Work } from './work.ts'
import { unlessUnchanged, writeWhole } from './work.ts'

type Names = Record<string, string>

/** A program for whoever checks a receipt at home: served as it stands. */
const TOOL = 'tools/verify-receipt.mjs'
/** With what the browser uses of the house: the law, and rules of the council. */
const INPUTS = ['styles', 'browser', 'src/law', 'src/modules/council/sitting', 'tools/build', TOOL, 'package-lock.json']

/**
 * One for every page, and one each for the pages that need more: a receipt is checked, a meeting is followed, the record of
 * a meeting is written. Their weight is none for all the others.
 */
const SCRIPTS = ['public', 'office', 'verify-receipt', 'live', 'sitting']

/** Everything a browser fetches: each file under a name that carries its digest, with its compressed forms beside it. */
export async function buildAssets(work: Work): Promise<void> {
  await unlessUnchanged(work, 'assets', INPUTS, async () => {
    const names: Names = {}
    for (const [name, file] of Object.entries(FONTS)) put(work, names, name, readFileSync(join(work.root, file)))
    put(work, names, 'mark.svg', readFileSync(join(work.root, 'styles/mark.svg')))
    for (const sheet of ['public', 'office', 'screen']) {
      put(work, names, `${sheet}.css`, withFontNames(await compileStyles(work, sheet), names))
    }
    for (const script of SCRIPTS) put(work, names, `${script}.js`, await bundleBrowser(work, script))
    put(work, names, 'verify-receipt.mjs', readFileSync(join(work.root, TOOL)))
    writeWhole(join(work.out, 'assets.json'), `${JSON.stringify(names, null, 2)}\n`)
    removeOld(work, names)
  })
}

async function compileStyles(work: Work, sheet: string): Promise<string> {
  const { compile } = await import('sass')
  const result = compile(join(work.root, `styles/${sheet}.scss`), {
    style: 'compressed',
    loadPaths: [join(work.root, 'node_modules')],
    quietDeps: true,
  })
  return result.css
}

/** `url("asset:sans-400.woff2")` in a style is the built name of that font, in the same folder. */
function withFontNames(css: string, names: Names): string {
  return css.replaceAll(/asset:([\w.-]+)/g, (_, name: string) => {
    const built = names[name]
    if (built === undefined) throw new Error(`a style names an unknown asset: ${name}`)
    return built
  })
}

async function bundleBrowser(work: Work, script: string): Promise<string> {
  const { build } = await import('esbuild')
  const result = await build({
    absWorkingDir: work.root,
    entryPoints: [`browser/${script}.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2020'],
    write: false,
    logLevel: 'warning',
  })
  return result.outputFiles[0]?.text ?? ''
}

/** Fonts are compressed as they are. */
const PRESSED = new Set(['.css', '.js', '.svg'])

function put(work: Work, names: Names, name: string, content: string | Uint8Array): void {
  const kind = extname(name)
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const built = `${name.slice(0, -kind.length)}-${digest}${kind}`
  const file = join(work.out, 'public', built)
  names[name] = built
  if (existsSync(file)) return
  writeWhole(file, content)
  if (!PRESSED.has(kind)) return
  writeWhole(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeWhole(`${file}.br`, brotliCompressSync(content))
}

/** A process started before this build still serves the files it knows. */
const KEPT_FOR = 24 * 60 * 60 * 1000

function removeOld(work: Work, names: Names): void {
  const kept = new Set(Object.values(names).flatMap((name) => [name, `${name}.gz`, `${name}.br`]))
  const folder = join(work.out, 'public')
  for (const name of readdirSync(folder).filter((one) => !kept.has(one))) {
    const file = join(folder, name)
    const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    if (Date.now() - mtimeMs > KEPT_FOR) rmSync(file, { force: true })
  }
}
