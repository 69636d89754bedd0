import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawableIn, rangesOfFont } from './font-coverage-rules.ts'

/** Of the compiler's interface what is used here. */
type Compiled = { result: object | null; takeDiagnostics(): { shortDiagnostics: readonly unknown[] } | null }
type Compiler = {
  compile(options: { mainFilePath: string }): Compiled
  pdf(compiled: object, options: { pdfStandard: string; creationTimestamp: number }): Buffer
  plainSvg(compiled: object): string
  mapShadow(path: string, content: Buffer): void
  evictCache(age: number): void
}
type CompilerPackage = {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler }
}

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'

const FONTS = [
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
]

const open = createRequire(import.meta.url)

/** Null where this machine has no compiler: it comes for Linux on x64 alone. */
export function findCompiler(): CompilerPackage | null {
  try {
    return open(PACKAGE) as CompilerPackage
  } catch {
    return null
  }
}

let covered: Promise<ReturnType<typeof rangesOfFont>> | null = null

/** What is printed of a value: a sign that no font here has is named by its number. */
export async function printable<Value>(value: Value): Promise<Value> {
  covered ??= fontBlobs().then((fonts) => fonts.flatMap(rangesOfFont))
  // The shape stays: only words inside strings change.
  return drawableIn(value, await covered) as Value
}

const fontBlobs = (): Promise<Buffer[]> => Promise.all(FONTS.map((font) => readFile(open.resolve(font))))

export type TypstJob = {
  /** The Typst source. It is ours; what people wrote comes in `files`. */
  source: string
  /** By their path inside the workspace: `/paper.json`. */
  files: Record<string, Buffer>
  /** The moment that stands in the PDF: the same letter gives the same bytes. */
  madeAt: Date
}

/**
 * A tagged PDF, built to PDF/UA-1; null where this machine has no compiler. It works for as long as it takes without a
 * pause (one page: about a tenth of a second), so whatever may be longer is for the worker alone. The workspace is an empty folder: the source
 * can read nothing of the machine.
 */
export const makePdf = (job: TypstJob, find = findCompiler): Promise<Buffer | null> =>
  typeset(job, find, (compiler, compiled) =>
    compiler.pdf(compiled, {
      pdfStandard: 'ua-1',
      creationTimestamp: Math.floor(job.madeAt.getTime() / 1000),
    }),
  )

/** The page as a drawing whose letters are outlines: whoever draws it needs no fonts. Null as for `makePdf`. */
export const makeDrawing = (job: TypstJob, find = findCompiler): Promise<string | null> =>
  typeset(job, find, (compiler, compiled) => compiler.plainSvg(compiled))

async function typeset<Made>(
  job: TypstJob,
  find: typeof findCompiler,
  make: (compiler: Compiler, compiled: object) => Made,
): Promise<Made | null> {
  const found = find()
  if (!found) return null
  const workspace = await mkdtemp(join(tmpdir(), 'kuvend-typst-'))
  try {
    const main = join(workspace, 'main.typ')
    await writeFile(main, job.source)
    const compiler = found.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: await fontBlobs() }] })
    for (const [path, content] of Object.entries(job.files)) compiler.mapShadow(join(workspace, path), content)
    const compiled = compiler.compile({ mainFilePath: main })
    if (!compiled.result) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    const made = make(compiler, compiled.result)
    compiler.evictCache(0)
    return made
  } finally {
    await rm(workspace, { recursive: true, force: true })
  }
}
