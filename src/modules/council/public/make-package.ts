import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { zipStream, type Member } from '#platform/export/zip-stream.ts'
import { newTemporaryFolder } from '#platform/files/temporary-files.ts'
import type { Services } from '#platform/services.ts'
import { knownExport, makeExport } from '#platform/texts/export/kept-exports.ts'
import { runExport, type ExportOutcome } from '#platform/texts/export/run-export.ts'
import type { FormDocument } from '#platform/papers/form-document-rules.ts'
import type { PackageFile } from './package-rules.ts'

/** More than this is not bound into one PDF: the process that binds it holds it in memory. */
export const MOST_IN_PDF = 60 * 1024 * 1024

export type BoundPackage = { form: FormDocument; madeAt: string; files: readonly PackageFile[] }

const keyOf = ({ form, files }: BoundPackage): string =>
  `council-package-${createHash('sha256')
    .update(JSON.stringify([form, files.map(({ digest }) => digest)]))
    .digest('base64url')}`

/**
 * Notice, agenda and every PDF behind it as one file, in a process of its own, kept by what is in it: whatever is closed or
 * taken down since makes another one. Null: too many wait.
 */
export function makePackagePdf(services: Services, order: BoundPackage): Promise<ExportOutcome> | ExportOutcome | null {
  const key = keyOf(order)
  return knownExport(key) ?? makeExport(key, () => bind(services, order))
}

async function bind(services: Services, { form, madeAt, files }: BoundPackage): Promise<ExportOutcome> {
  const folder = await newTemporaryFolder(services.settings)
  try {
    const paths: string[] = []
    for (const { digest } of files.filter(({ isPdf }) => isPdf)) {
      const content = await services.files.open(digest)
      if (!content) continue
      const path = join(folder, `${paths.length}.pdf`)
      await pipeline(content, createWriteStream(path))
      paths.push(path)
    }
    return await runExport(services.settings, { kind: 'bound-pdf', form, madeAt, files: paths })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every file in the order of the agenda, read from the store as it is written; before them the list of them. */
export const packageZip = (
  services: Services,
  list: { name: string; words: string },
  files: readonly PackageFile[],
): AsyncGenerator<Uint8Array> =>
  zipStream([
    { name: list.name, content: `\uFEFF${list.words}` },
    ...files.map(({ name, digest }): Member => ({ name, content: contentOf(services, digest) })),
  ])

/** Opened when its turn comes. What is gone meanwhile is empty. */
async function* contentOf({ files }: Pick<Services, 'files'>, digest: string): AsyncGenerator<Uint8Array> {
  const content = await files.open(digest)
  if (!content) return
  for await (const piece of content as AsyncIterable<Uint8Array>) yield piece
}
