import { describe, expect, it } from 'vitest'
import { formatNumber } from '#platform/i18n/formats.ts'
import { TextAreaField } from './text-area-field.tsx'
import { htmlOf } from './testing.ts'

const countText = (left: number): string =>
  left === 1 ? 'ka mbetur një' : left < 0 ? `${formatNumber(-left)} më tepër` : `kanë mbetur ${formatNumber(left)}`

describe('a long text field', () => {
  it('says how much is left, a line break counting once however it was sent', async () => {
    const html = await htmlOf(
      <TextAreaField name="k" label="Komenti" value={'a\r\nb'} maxLength={10} countText={countText} />,
    )
    expect(html).toContain('>kanë mbetur 7</span>')
    expect(html).toContain('aria-describedby="k-count"')
  })

  it('gives the browser the sentences it needs, so that it needs no grammar', async () => {
    const html = await htmlOf(<TextAreaField name="k" label="Komenti" maxLength={10} countText={countText} />)
    expect(html).toContain('data-left="kanë mbetur {n}"')
    expect(html).toContain('data-left-one="ka mbetur një"')
    expect(html).toContain('data-over="{n} më tepër"')
  })

  it('lets the browser cut nothing off, and gives back what was typed', async () => {
    const html = await htmlOf(<TextAreaField name="k" label="Komenti" value="<b>& tepër" maxLength={3} />)
    expect(html).not.toContain('maxlength')
    expect(html).toContain('&lt;b&gt;&amp; tepër</textarea>')
    expect(html).toContain('>10 / 3</span>')
  })
})
