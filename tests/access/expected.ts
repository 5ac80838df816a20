/**
 * Who may do what with which row: s sees it, i adds one beside it under their own name, u changes it, d removes it; a dot is nothing.
 * Amara learns. Lena and Rahel accompany her, Milan did, Paul accepted an invitation that is not opened yet. Jonas is a colleague,
 * Ines administers, Nour belongs to the organisation next door; the visitor has not signed in, the job is the system, nobody is a
 * signed-in page without a person.
 */
export const people = ['Amara', 'Lena', 'Rahel', 'Milan', 'Paul', 'Jonas', 'Ines', 'Nour', 'visitor', 'job', 'nobody'] as const

export const expected = `
row                                    | Amara | Lena | Rahel | Milan | Paul | Jonas | Ines | Nour | visitor | job | nobody
the organisation                       | s     | s    | s     | s     | s    | s     | su   | .    | .       | .   | .
Amara by name                          | su    | s    | s     | s     | s    | s     | s    | .    | .       | .   | .
her account                            | s     | .    | .     | .     | .    | .     | s    | .    | .       | .   | .
a migration                            | .     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
her password                           | .     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
her sign-in                            | sd    | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
an expired sign-in                     | sd    | .    | .     | .     | .    | .     | .    | .    | .       | sd  | .
her recovery code                      | .     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
her link by mail                       | su    | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a link an administrator made for her   | su    | .    | .     | .     | .    | .     | siu  | .    | .       | .   | .
her new address                        | sd    | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
an entry of her journal                | siud  | i    | i     | i     | i    | i     | i    | .    | .       | .   | .
what she was asked                     | siud  | i    | i     | i     | i    | i     | i    | .    | .       | .   | .
that Kim is leaving                    | .     | .    | .     | .     | .    | .     | s    | .    | .       | .   | .     
the receipt of somebody erased         | .     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
her rhythm                             | siu   | i    | i     | i     | i    | i     | i    | .    | .       | .   | .
an address nobody confirmed            | .     | .    | .     | .     | .    | sd    | .    | .    | .       | sd  | .
a link to set up                       | .     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
attempts at the door                   | .     | .    | .     | .     | .    | .     | .    | .    | siud    | .   | .
attempts of last year                  | .     | .    | .     | .     | .    | .     | .    | .    | siud    | sd  | .
who administers                        | s     | s    | s     | s     | s    | s     | siu  | .    | .       | .   | .
the imprint                            | .     | .    | .     | .     | .    | .     | si   | .    | .       | .   | .
a message from outside                 | .     | .    | .     | .     | .    | .     | su   | .    | .       | .   | .
a message of last year                 | .     | .    | .     | .     | .    | .     | su   | .    | .       | sd  | .
what signs forms                       | .     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
an address that wants an account       | .     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
one that never answered                | .     | .    | .     | .     | .    | .     | .    | .    | .       | sd  | .
the journey                            | siud  | si   | si    | i     | i    | i     | i    | .    | .       | .   | .
a journey silent for half a year       | siud  | i    | i     | i     | i    | i     | i    | .    | .       | su  | .
Amara takes part                       | s     | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
Lena accompanies                       | su    | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
Milan no longer does                   | s     | s    | s     | s     | .    | .     | .    | .    | .       | .   | .
Paul is invited                        | s     | s    | s     | .     | s    | .     | .    | .    | .       | .   | .
a letter to her                        | .     | .    | .     | .     | .    | .     | .    | .    | .       | su  | .
a letter nobody took                   | .     | .    | .     | .     | .    | .     | .    | .    | .       | sud | .
when she is looked at                  | su    | .    | .     | .     | .    | .     | .    | .    | .       | su  | .
what she wants rarely                  | siu   | i    | i     | i     | i    | i     | i    | .    | .       | .   | .
a summary for her                      | si    | i    | i     | i     | i    | i     | i    | .    | .       | .   | .
a summary of last year                 | si    | i    | i     | i     | i    | i     | i    | .    | .       | sd  | .
what it named                          | siu   | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
an invitation to the journey           | siu   | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
an invitation to the organisation      | .     | .    | .     | .     | .    | .     | siu  | .    | .       | .   | .
whom an expired invitation meant       | .     | .    | .     | .     | .    | .     | si   | .    | .       | su  | .
what happened                          | si    | si   | si    | .     | .    | .     | .    | .    | .       | .   | .
the challenge                          | siud  | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
how much it matters                    | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a sign of success                      | siud  | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
the cycle                              | siud  | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
a former cycle                         | siud  | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
a step                                 | siud  | s    | s     | s     | .    | s     | .    | .    | .       | .   | .
a need                                 | siud  | s    | s     | s     | .    | s     | .    | .    | .       | .   | .
the link to a need                     | siu   | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
what was said to a need                | s     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a note for herself                     | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a note she opened                      | siud  | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
her mood at a note                     | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a picture beside her own note          | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a picture beside an open note          | siud  | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
a review in draft                      | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a review she saved                     | siud  | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
the hat of an answer                   | s     | siu  | i     | .     | .    | .     | .    | .    | .       | .   | .
the coaching hat of an answer          | s     | siu  | i     | .     | .    | .     | .    | .    | .       | .   | .
a sign in the draft                    | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a sign in the saved review             | siud  | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
her mood at a review                   | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a closing in draft                     | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a closing she saved                    | siud  | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
the transfer check                     | siud  | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
the second transfer check              | siud  | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
what helped her                        | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a proposal that waits                  | su    | siu  | si    | .     | .    | .     | .    | .    | .       | .   | .
a proposal she declined                | s     | si   | si    | .     | .    | .     | .    | .    | .       | .   | .
a proposal under the coaching hat      | s     | si   | i     | .     | .    | .     | .    | .    | .       | .   | .
what Lena agreed with her              | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
what Milan had agreed                  | s     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
the version that holds                 | si    | si   | .     | .     | .    | .     | .    | .    | .       | .   | .
a version of then                      | s     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
that Amara confirmed it                | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
that Milan confirmed his               | s     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
Amara in the agreement                 | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
Lena in the agreement                  | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
Amara in that of then                  | s     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
Milan in that of then                  | s     | .    | .     | s     | .    | .     | .    | .    | .       | .   | .
a handover they talk about             | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
a handover of then                     | s     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a deputy Lena proposes                 | s     | s    | .     | s     | .    | .     | .    | .    | .       | .   | .
a deputy nobody wanted                 | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
a hat Lena asked for                   | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
what the two of them share             | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
Lena in the two of them                | su    | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
Amara in the two of them               | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
trains at the step                     | si    | s    | s     | .     | .    | su    | .    | .    | .       | .   | .
Amara where trains                     | s     | .    | .     | .     | .    | s     | .    | .    | .       | .   | .
whoever trains                         | siu   | .    | .     | .     | .    | s     | .    | .    | .       | .   | .
coaches at the step                    | si    | s    | s     | su    | .    | .     | .    | .    | .       | .   | .
Amara where coaches                    | s     | .    | .     | s     | .    | .     | .    | .    | .       | .   | .
whoever coaches                        | siu   | .    | .     | s     | .    | .     | .    | .    | .       | .   | .
a question for help to Jonas           | siu   | .    | .     | .     | .    | su    | .    | .    | .       | .   | .
Amara in the question                  | s     | .    | .     | .     | .    | s     | .    | .    | .       | .   | .
Jonas in the question                  | siu   | .    | .     | .     | .    | s     | .    | .    | .       | .   | .
a text for herself                     | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a text of the journey                  | siud  | s    | s     | .     | .    | .     | .    | .    | .       | .   | .
a text for the two of them             | siud  | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
Lena's response                        | si    | siud | i     | .     | .    | .     | .    | .    | .       | .   | .
Milan's response of then               | si    | si   | i     | .     | .    | .     | .    | .    | .       | .   | .
a commitment in it                     | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
a commitment of then                   | s     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a text opened to Jonas                 | siud  | .    | .     | .     | .    | s     | .    | .    | .       | .   | .
a text no longer open to Jonas         | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
her word back at the need              | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a text of the step                     | siud  | s    | s     | s     | .    | s     | .    | .    | .       | .   | .
a note of whoever trains               | si    | s    | s     | .     | .    | siud  | .    | .    | .       | .   | .
a note of whoever coaches              | si    | .    | .     | siud  | .    | .     | .    | .    | .       | .   | .
what she asks Jonas                    | siud  | .    | .     | .     | .    | si    | .    | .    | .       | .   | .
Jonas's answer                         | si    | .    | .     | .     | .    | siud  | .    | .    | .       | .   | .
the opening to Jonas                   | siu   | .    | .     | .     | .    | s     | .    | .    | .       | .   | .
an opening that is over                | siu   | .    | .     | .     | .    | s     | .    | .    | .       | .   | .
what Rahel does not see                | sid   | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
whose words she does not see           | sid   | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a scan for herself                     | sid   | i    | i     | i     | i    | i     | i    | .    | .       | .   | .
a scan shown to Lena                   | sid   | si   | i     | i     | i    | i     | i    | .    | .       | .   | .
a scan shown to Milan                  | sid   | i    | i     | i     | i    | i     | i    | .    | .       | .   | .
her answers for herself                | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
her answers in the scan for Lena       | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
that Lena sees a scan                  | siu   | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
that Milan saw a scan                  | su    | .    | .     | s     | .    | .     | .    | .    | .       | .   | .
an offered scan she declined           | si    | i    | i     | i     | i    | i     | i    | .    | .       | .   | .
a donation that waits                  | .     | .    | .     | .     | .    | .     | .    | .    | .       | sd  | .
a donation                             | .     | .    | .     | .     | .    | .     | .    | .    | .       | i   | .
how precise a scan is                  | .     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
a question she keeps                   | i     | siud | i     | i     | i    | i     | i    | .    | .       | .   | .
a question she shares                  | i     | siud | i     | i     | i    | i     | i    | .    | .       | .   | .
how she sees herself                   | i     | siud | i     | i     | i    | i     | i    | .    | .       | .   | .
what she practises                     | i     | siud | i     | i     | i    | i     | i    | .    | .       | .   | .
a note about her practice              | i     | sid  | i     | i     | i    | i     | i    | .    | .       | .   | .
what she asked Amara                   | siud  | sid  | i     | i     | i    | i     | i    | .    | .       | .   | .
a case about nobody                    | i     | sid  | si    | i     | i    | i     | i    | .    | .       | .   | .
a case about Amara                     | si    | sid  | i     | i     | i    | i     | i    | .    | .       | .   | .
that Amara is asked                    | sd    | si   | .     | .     | .    | .     | .    | .    | .       | .   | .
a question that came back              | .     | s    | sd    | .     | .    | .     | .    | .    | .       | .   | .
that it helped                         | .     | sid  | s     | .     | .    | .     | .    | .    | .       | .   | .
Lena in the session                    | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
Amara in the session                   | s     | si   | .     | .     | .    | .     | .    | .    | .       | .   | .
Milan, who left it                     | s     | si   | .     | s     | .    | .     | .    | .    | .       | .   | .
a session                              | su    | su   | .     | .     | .    | .     | .    | .    | .       | .   | .
a point of its agenda                  | siu   | siu  | .     | .     | .    | .     | .    | .    | .       | .   | .
what was agreed in it                  | siu   | siu  | .     | .     | .    | .     | .    | .    | .       | .   | .
a hat that Lena asks for               | siu   | si   | .     | .     | .    | .     | .    | .    | .       | .   | .
words in the session                   | si    | siud | .     | .     | .    | .     | .    | .    | .       | .   | .
the notes they write together          | su    | siu  | .     | .     | .    | .     | .    | .    | .       | .   | .
a change of those notes                | sid   | sid  | .     | .     | .    | .     | .    | .    | .       | .   | .
Lena is host                           | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
Amara is her guest                     | s     | siu  | .     | .     | .    | .     | .    | .    | .       | .   | .
an appointment without its time        | s     | siu  | .     | .     | .    | .     | .    | .    | .       | .   | .
a booked appointment                   | s     | siu  | .     | .     | .    | .     | .    | .    | .       | .   | .
a cancelled appointment                | s     | si   | .     | .     | .    | .     | .    | .    | .       | .   | .
a time to choose                       | si    | si   | .     | .     | .    | .     | .    | .    | .       | .   | .
the time that was chosen               | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
that she could come                    | siu   | si   | .     | .     | .    | .     | .    | .    | .       | .   | .
that she could come then               | s     | s    | .     | .     | .    | .     | .    | .    | .       | .   | .
one time of what recurs that falls out | s     | siu  | .     | .     | .    | .     | .    | .    | .       | .   | .
that she comes                         | siu   | si   | .     | .     | .    | .     | .    | .    | .       | .   | .
what her calendar was told             | .     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .
what it was told long ago              | .     | .    | .     | .     | .    | .     | .    | .    | .       | sd  | .
where her calendar looks               | siud  | i    | i     | i     | i    | i     | i    | .    | .       | .   | .
how Lena introduces herself            | si    | siud | si    | si    | si   | si    | si   | .    | .       | .   | .     
how Lena looks                         | si    | siud | si    | si    | si   | si    | si   | .    | .       | .   | .     
how Lena works                         | s     | siud | s     | s     | s    | s     | s    | .    | .       | .   | .     
a request                              | s     | .    | s     | .     | .    | .     | .    | .    | .       | .   | .     
a request: its learner                 | s     | .    | s     | .     | .    | .     | .    | .    | .       | .   | .     
a request: who is asked                | si    | .    | s     | .     | .    | .     | .    | .    | .       | .   | .     
a request: its words                   | siud  | .    | si    | .     | .    | .     | .    | .    | .       | .   | .     
a request nobody answered              | s     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .     
a request nobody answered: its learner | s     | .    | .     | .     | .    | .     | .    | .    | .       | .   | .     
a request nobody answered: who is asked | si    | .    | s     | .     | .    | .     | .    | .    | .       | .   | .     
a request nobody answered: its words   | siud  | .    | .     | .     | .    | .     | .    | .    | .       | .   | .     
`
