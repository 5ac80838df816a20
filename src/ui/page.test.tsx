import { describe, expect, it } from 'vitest'
import { Page } from './page.tsx'

const assets = (name: string) => `/assets/${name}`
const me = { personId: 'amara', name: 'Amara Okafor', organisationName: 'Werkstatt Nord' }

describe('the shell of every page', () => {
  const html = String(
    <Page title="Heute" locale="de-formal" assets={assets} me={me} place="today" flash="Notiert.">
      <h1>Heute</h1>
    </Page>,
  )

  it('is a whole document in German, formal or not', () => expect(html).toMatch(/^<!doctype html><html lang="de"/i))

  it('leads first to the content, then names the places, and says where one is', () => {
    expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('<header'))
    expect(html).toContain('<a href="/today" aria-current="page">Heute</a>')
    expect(html).toContain('<a href="/journeys">Vorhaben</a>')
  })

  it('says politely what happened', () => expect(html).toMatch(/<p[^>]*role="status"[^>]*>Notiert\.<\/p>/))

  it('lets one sign out without any script', () => expect(html).toContain('<form method="post" action="/sign-out">'))

  it('holds no inline code and no inline style', () => expect(html).not.toMatch(/ style=|<style|<script(?![^>]*src=)| on[a-z]+=/))

  it('offers a visitor no places and no account', () => {
    const open = String(<Page title="Lotse" locale="en" assets={assets} />)
    expect(open).toContain('lang="en"')
    expect(open).not.toContain('class="places"')
    expect(open).not.toContain('/sign-out')
  })
})
