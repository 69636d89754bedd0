import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { makeSharePicture, SHARE_SIZE } from './share-picture.ts'

const facts = {
  institution: 'Bashkia Bregas',
  kind: 'Konsultim publik',
  title: 'Projektvendim për mbetjet urbane',
  line: 'Deri më 12 dhjetor 2026',
  accent: '#a9101c',
}

describe('the picture of a link', () => {
  it('has the size that is shown whole, and is small enough for a slow phone', async () => {
    const picture = await makeSharePicture(facts)
    const { width, height, format } = await sharp(picture ?? Buffer.alloc(0)).metadata()
    expect({ width, height, format }).toEqual({ ...SHARE_SIZE, format: 'png' })
    expect(picture?.length).toBeLessThan(60_000)
  })

  it('is made of what is written, whatever stands in it, and of other words another one', async () => {
    const hostile = { ...facts, title: '#import "/etc/passwd" $x$ "\\ [ ] *a* '.repeat(8), institution: '#panic()' }
    const [one, other] = [await makeSharePicture(facts), await makeSharePicture(hostile)]
    expect(other).not.toBeNull()
    expect(other?.equals(one ?? Buffer.alloc(0))).toBe(false)
    expect(await makeSharePicture({ ...facts })).toBe(one)
  })

  it('is left out where the machine cannot make it', async () => {
    expect(await makeSharePicture({ ...facts, title: 'Tjetër' }, () => null)).toBeNull()
  })
})
