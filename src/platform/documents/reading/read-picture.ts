import { join } from 'node:path'
import sharp from 'sharp'
import {
  NOTHING_FOUND,
  PICTURE_WIDTHS,
  type FoundInFile,
  type FoundPicture,
  type ReadingOrder,
} from './reading-rules.ts'

/** A photograph in sane widths, upright, without anything but the picture. Smaller ones are not made larger. */
export async function readPicture({ path, mediaType, folder, limits }: ReadingOrder): Promise<FoundInFile> {
  const input = sharp(path, { limitInputPixels: limits.pixels, failOn: 'error' }).rotate()
  let width: number
  try {
    width = (await input.clone().metadata()).autoOrient.width
  } catch {
    return { ...NOTHING_FOUND, state: 'broken' }
  }
  const pictures: FoundPicture[] = []
  try {
    for (const n of PICTURE_WIDTHS.filter((one) => one < width)) {
      const name = `width-${n}.${mediaType === 'image/png' ? 'png' : 'jpg'}`
      const resized = input.clone().resize({ width: n })
      const made = await (
        mediaType === 'image/png' ? resized.png() : resized.jpeg({ quality: 80, mozjpeg: true })
      ).toFile(join(folder, name))
      pictures.push({ kind: 'width', n, width: made.width, height: made.height, name, mediaType })
    }
  } catch {
    return { ...NOTHING_FOUND, state: 'broken' }
  }
  return { ...NOTHING_FOUND, pictures }
}
