import type { TextKind } from '../site.ts'

const imprint = `
## Provider

{organisation}
[Legal form, represented by]
[Street and number]
[Postcode and town]

## Contact

E-mail: [address]
Telephone: [number]
[Contact form](/contact)

## Register and tax

[Register court and number, if entered]
[VAT identification number, if there is one]

## Responsible for content

[Name and address, if editorial pieces appear here]
`

const privacy = `
## Who is responsible

{organisation}, [address, e-mail address]. Data protection officer: [name and contact, if there is one].

## If you only read these pages

Visits are not counted, and nothing is loaded from other providers. There is a cookie only if you choose a language: it remembers that choice for a year. Requests may appear in the logs of the web server: [what is recorded there, and for how long].

## If you write to us

The contact form keeps your message, your e-mail address and, if you give it, your name. Only the administrators of {organisation} can read it. After 180 days it is deleted. To keep the form from being misused, messages are counted for each network address and e-mail address, under a checksum and for one day at most.

## If you have an account

- **Account:** name, e-mail address and a check value of your password, so that you can sign in and others know with whom they speak.
- **Sign-ins:** which browser is signed in and since when, without a network address. After 30 days a sign-in ends, and its entry is deleted.
- **Journeys:** what you write, and when. Only those to whom you open it can read it. Beside every field stands who that is right now.
- One cookie keeps you signed in. Lotse sets no other.

Administrators see names and e-mail addresses, but not what anybody writes. There are no reports about individual people. More about this stands [on the page for works councils and data protection](/works-council).

## Legal basis

[For example Art. 6(1)(b) or (f) GDPR, or a works agreement. Please have this checked.]

## Who else is involved

[Data centre or hosting provider, mail provider, each with a contract under Art. 28 GDPR. Where backups lie, and for how long.] Whoever has access to the server, the database or the backups could technically read the texts in them: [who that is, and how it is governed].

## Your rights

You can ask for access, have mistakes corrected and your data erased, have their processing restricted, object to it, and take your data with you in open formats. You can also complain to a supervisory authority: [competent authority].
`

const accessibility = `
## What we measure ourselves by

Lotse is meant to be usable by everybody: with a keyboard, with a screen reader, strongly enlarged, with high contrast and without motion. The measure is WCAG 2.2, level AA, and with it the European standard EN 301 549.

## What has been checked

Every public page is checked automatically with axe-core at each change of the program, light and dark, in German and in English, and at a width of 320 pixels. Such checks find only part of the barriers. An independent check by people with disabilities: [not done yet, or when and by whom].

## What is missing

- There is no version in easy language or in sign language.
- Drawings are described in words. Pictures that people upload have only their file name.
- [Other barriers that are known]

## If something does not work

Please [write to us](/contact) what you wanted to do and where it stopped. We answer [how soon].

## If that does not help

[Competent enforcement or conciliation body, required for public bodies]

This statement was written on [date].
`

export const drafts: Record<TextKind, string> = { imprint, privacy, accessibility }
