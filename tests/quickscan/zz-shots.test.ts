import { test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { served } from './served.ts'
test('shots', { timeout: 240_000 }, async () => {
  const s = await served(); const browser = await launchChromium()
  try {
    for (const width of (process.env.W ?? '360,768,1440').split(',').map(Number)) for (const theme of (process.env.T ?? 'light,dark').split(',') as ('light'|'dark')[]) {
      const context = await browser.newContext({ viewport: { width, height: width < 500 ? 740 : 900 }, colorScheme: theme, locale: 'de-DE' })
      const tab = await context.newPage()
      tab.on('console', (m) => console.log('CONSOLE', m.text())); tab.on('pageerror', (e) => console.log('ERR', String(e)))
      const shot = (name: string, fullPage = true) => tab.screenshot({ path: `/tmp/qs/shots/${name}-${width}-${theme}.png`, fullPage })
      await tab.goto(`${s.origin}/quickscan`); await shot('start')
      await tab.click('[data-do=begin]')
      const keys = '544532532435624243554434'
      for (let i = 0; i < 24; i++) {
        if (i === 5) await shot('statement')
        await tab.keyboard.press(keys[i]!); if (i<23) await tab.waitForFunction((n) => document.querySelector('#scan-progress')?.textContent?.includes(`Aussage ${n} `), i + 2)
      }
      await tab.keyboard.press('Enter').catch(()=>{})
      if (!tab.url().endsWith('/result')) await tab.click('.statement-actions .button-primary')
      await tab.waitForSelector('.scan-result'); await shot('result')
      if (width === 768 && theme === 'light') await tab.pdf({ path: '/tmp/qs/shots/result.pdf', format: 'A4', preferCSSPageSize: true })
      await tab.goto(`${s.origin}/quickscan`); await shot('again')
      await tab.evaluate(() => { localStorage.clear() }); await tab.goto(`${s.origin}/quickscan/result`); await shot('none')
      await context.close()
    }
  } finally { await browser.close(); await s.close() }
})
