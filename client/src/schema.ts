/** Every address of Licet as types, written from its OpenAPI document by `npm run client`. Do not edit. */
export interface paths {
    "/v1/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * May one rely on this institution, for this, on this day?
         * @description Name the institution by `name`, `uscc`, `licenceNumber` or `id`, and say what you want to rely on it for. The same question gets the same bytes until the registry, the policy or the day changes; `ETag` says so.
         */
        get: operations["verify"];
        put?: never;
        /**
         * The same by POST: one question, or 1 to 100 in an array
         * @description Name the institution by `name`, `uscc`, `licenceNumber` or `id`, and say what you want to rely on it for. The same question gets the same bytes until the registry, the policy or the day changes; `ETag` says so. An array is answered as {"answers":[…]} in its order; one bad question refuses the whole batch, and `errors` points at each field (/3/service). With `partial=true` each is answered by itself, and a bad one has its {"problem":…} in its place. Longer lists: /v1/batches.
         */
        post: operations["verifyByPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the text of an offer: what in it can be checked, and what is a warning sign
         * @description Name the institution as in /v1/verify to have every mark, grade, treatment and product checked for it. Places are given by offset and words; nobody is judged. `sender` asks about whoever sent it, with or without a text: no register holds agencies, and no hospital they name vouches for them. A text that holds a number identifying a person is refused.
         */
        post: operations["checkClaims"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which institutions a name could mean; without a name, a list by place, type and last change
         * @description With `name` this is a search. Without it, institutions are listed in the order of their ids, in pages that are all of one generation: nothing is left out and nothing told twice. `Link: rel="next"` leads to the next page while there is one. Places are taken in Chinese or English; a word that is no place, or several, is refused with what is near.
         */
        get: operations["institutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/institutions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything known of one institution, each fact with its evidence
         * @description An id that was merged into another is redirected to it (308).
         */
        get: operations["institution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names that begin with what was typed so far
         * @description At most ten, for a type-ahead list. To learn who a name means, ask /v1/verify.
         */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identifiers/{value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an official number says, and who carries it
         * @description Unified social credit codes, organisation codes, licence numbers in their three forms, practising-certificate, insurance and trial-filing numbers. A check digit that differs is a warning, never a rejection. Numbers that contain an ID-card number are refused and not kept.
         */
        get: operations["identifier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/technologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the code of a treatment by everyday words, or list all
         * @description Words that mean nothing here give an empty list.
         */
        get: operations["technologies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/technologies/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One treatment: the law it falls under, and what the published lists say of it
         * @description The permission it needs under which law, who gives it, and which lists would name a hospital that has it.
         */
        get: operations["technology"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Marks and programmes: what each attests, what it does not, and every code that `claim` takes
         * @description Codes for `claim`. What a mark does not attest is said with it: a management certificate is no statement about treatment.
         */
        get: operations["schemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every list Licet reads: its state, edition, age, rights and last trouble
         * @description `confirmedLive` says whether the shape that we read was ever seen at the authority itself. A source in trouble answers with its last accepted edition, under its age.
         */
        get: operations["sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One list with all its accepted editions
         * @description An edition is what a list said on a day; each leads to its kept page where the rights of the source allow it.
         */
        get: operations["source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest runs in which sources were read, and what each left behind
         * @description The newest first. What a run published is the generation it names.
         */
        get: operations["runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run: source by source what was read, added, changed, removed or refused
         * @description Every list that was asked in that run: fetched, unchanged, parsed, refused and why; with the pages to look at.
         */
        get: operations["run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was kept: the page’s metadata, the row’s own words, and where its bytes are
         * @description Every `url` of an answer’s evidence leads here. The SHA-256 is that of the bytes as received.
         */
        get: operations["evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{sha256}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The kept bytes, where the rights of the source allow it
         * @description Checked against their number on the way out: what is missing, damaged or removed on this machine is a problem that says so, never other bytes.
         */
        get: operations["evidenceBytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed since: institution by institution, statement by statement or verdict by verdict, without gaps
         * @description Changes stand in the order of generations and, within one, of ids. Keep `next` and ask on with it: nothing is left out and nothing told twice. `Link: rel="next"` leads to the next page while there is one. A statement that was corrected both goes and comes; a list that says the same again is no change. With `level=verdict`, every institution is asked about anew in each generation and whenever the rules change (no treatment, no mark: what its badge states), and those whose outcome or licence line became another are told with before, after and why.
         */
        get: operations["changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Signed files with the whole registry, and with what changed between two generations
         * @description docs/packs.md says what is in them. `licet pack apply` with this address follows the publisher. None are made where the installation has no public address.
         */
        get: operations["packs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/packs/{name}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a pack says of itself
         * @description Sources with their licences, generations, counts, the SHA-256 of the pack and the signature, so that whoever follows may decide before fetching the pack.
         */
        get: operations["packManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/packs/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A pack: tar and gzip, with ETag and ranges
         * @description Check its SHA-256 and its signature against the manifest, or have `licet pack check` do it. `Range` continues a download that was cut off.
         */
        get: operations["packFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contradictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where two sources disagree about an institution: both, and the rule that decided
         * @description Nothing stands here that the answers about these institutions do not show. Go on with `next` until it is null. Only where 50,000 institutions in a row agree with themselves is a page empty and yet not the last.
         */
        get: operations["contradictions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The answer of /v1/verify as a signed file that can be checked later, offline
         * @description It names every row the answer rests on by the fingerprint of its page and of its words. Check it with `licet check-receipt file`. No receipt is given about a physician, and none for a past generation.
         */
        post: operations["receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Public keys that check receipts (JWK set); keep a copy beside the receipts
         * @description With the receipt itself these are all that is needed to check it offline, also after this service is gone. `log`: the keys of the public log, which the receipt’s proof is checked by.
         */
        get: operations["receiptKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/{id}.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The badge of an institution as a signed picture
         * @description A refusal is a picture with code 200; `x-licet-status` says what its code would be.
         */
        get: operations["badge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/{id}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A code for print that leads to today’s answer
         * @description A refusal is a picture with code 200; `x-licet-status` says what its code would be.
         */
        get: operations["badgeCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/{id}/shields.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The badge as a shields.io endpoint
         * @description A refusal is a picture with code 200; `x-licet-status` says what its code would be.
         */
        get: operations["badgeShields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/{id}/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The badge as a document for an iframe on the named site
         * @description A refusal is a picture with code 200; `x-licet-status` says what its code would be.
         */
        get: operations["badgeFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/{id}.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The badge as PNG, for mail and previews; it carries no seal
         * @description A refusal is a picture with code 200; `x-licet-status` says what its code would be.
         */
        get: operations["badgePng"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/licet-badge.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The <licet-badge> element: a live badge
         * @description Load it once in a page and write `<licet-badge>` where the badge is to stand. What the page puts inside the element is shown while this service does not answer; it looks again every five minutes and recovers by itself.
         */
        get: operations["badgeElement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Public keys that check badges and credentials: past, current and next (JWK set)
         * @description A key that was replaced stays listed for a week, as long as what it signed may still be shown.
         */
        get: operations["badgeKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * oEmbed of a hospital’s page, or of an answer to one treatment or mark
         * @description For hospital pages and answers of this service only. `maxwidth` and `maxheight` are respected; XML is answered 501.
         */
        get: operations["oembed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The domains of a partner, and where each proof stands
         * @description Only those of the partner whose key asks. An unproven domain is taken off file after `waitsUntil`.
         */
        get: operations["sites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/sites/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a domain on file; badges are issued for it once it is proven
         * @description 201 where it is new. `proof` says where the proof may stand: DNS, a file or a meta element; it is looked for every night.
         */
        put: operations["putSite"];
        post?: never;
        /**
         * Take a domain off file; no badge is issued for it from then on
         * @description Badges that stand on its pages turn into a refusal as soon as they are loaded again.
         */
        delete: operations["removeSite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/{id}.vc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The badge as a verifiable credential (SD-JWT VC, W3C)
         * @description Issuer, status and validity are in the credential; `/.well-known/jwt-vc-issuer` leads to the keys, `/badge/status-list` says whether it still holds. Check it offline and trust it no longer than its `exp`.
         */
        get: operations["badgeCredential"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/status-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which credentials no longer hold: one list for all
         * @description A Bitstring Status List, itself signed. Fetch it whole: asking for one list for all tells nobody which credential is looked at.
         */
        get: operations["badgeStatusList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/token-status-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same list as an OAuth Token Status List, for SD-JWT VC
         * @description One bit a credential, at the place that `status` of the credential names; the same truth as the Bitstring Status List.
         */
        get: operations["badgeTokenStatusList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credentials/statement/1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the type of the credentials means (SD-JWT VC, type metadata)
         * @description The address is the `vct` of the credentials; their `vct#integrity` is the digest of these bytes.
         */
        get: operations["credentialType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwt-vc-issuer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the keys of the credentials are (SD-JWT VC, issuer metadata)
         * @description Issuer metadata as SD-JWT VC describes it: the issuer’s address and where its keys are.
         */
        get: operations["badgeIssuer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lists of a partner, newest first
         * @description Lists are deleted 30 days after they were handed in.
         */
        get: operations["batches"];
        put?: never;
        /**
         * Hand in a list of hospitals; it is answered beside all other questions
         * @description The body is the file itself: XLSX, XLS, CSV (any of , ; tab |, in UTF-8, UTF-16 or GBK), a JSON list of questions, or NDJSON; at most 25 MB and 100,000 rows; or a form (multipart/form-data) with that one file. Headings are recognised in English and Chinese (docs/partners.md). The answer says which columns are read. With an `Idempotency-Key` the same list handed in twice is one. A number that identifies a person is taken out of every cell.
         */
        post: operations["addBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a list is
         * @description Ask again while it is not ended; rows that are answered can be read before. A list of another partner is as unknown as one that never was.
         */
        get: operations["batch"];
        put?: never;
        post?: never;
        /**
         * Forget a list with all its rows and answers, at once
         * @description Also while it is running. It cannot be undone.
         */
        delete: operations["removeBatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let no further row of a list be answered; the answers there are stay
         * @description A list that has ended stays as it is.
         */
        post: operations["cancelBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows of a list that are answered so far, in order and without a gap
         * @description `Link: rel="next"` and `next` lead to the rows that follow; ask again while the list is running.
         */
        get: operations["batchRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same list with its answers, as a file
         * @description Also while it is running: rows that are not answered yet say so. No cell is a formula.
         */
        get: operations["batchResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The watches of a partner, oldest first
         * @description Only those of the partner whose key asks.
         */
        get: operations["watches"];
        put?: never;
        /**
         * Hand in a list of questions, or name a finished list; an event is written whenever one of the answers changes
         * @description At most 10,000 entries a watch and 20 watches a partner. One bad entry refuses the whole list, and every error is named by its place. An entry has no day, no generation and no physician. The first answer of an entry is no event.
         */
        post: operations["addWatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A watch, and what was told last of each of its entries
         * @description `after` and `limit` page through the entries, in the order in which they were handed in.
         */
        get: operations["watch"];
        put?: never;
        post?: never;
        /**
         * Forget a watch with its entries and events, at once
         * @description Webhook, feed and mail end with it. It cannot be undone.
         */
        delete: operations["removeWatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed: before, after and why, in the order in which it was found, without gaps
         * @description Numbered from 1 without gaps and never changed; ask on with `next`. Kept for 400 days.
         */
        get: operations["watchEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receiver of a watch
         * @description Without its secret, which is shown once. `stopped` says why nothing is sent any more.
         */
        get: operations["webhook"];
        /**
         * Name the receiver of a watch; its secret is shown once, a second PUT makes another
         * @description A public https address. Events are sent as CloudEvents 1.0 signed by Standard Webhooks, tried ten times within three days, in order per hospital; 410 stops them. A second PUT also sets a stopped one going.
         */
        put: operations["putWebhook"];
        post?: never;
        /**
         * Send nothing any more
         * @description The watch itself stays, and its events can be read. A next receiver gets by `replay` what this one did not.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/webhook/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send to a receiver again that was stopped, with the secret it has
         * @description After 410 Gone. What was not sent goes out at once, in its order, with ten attempts again; the secret stays.
         */
        post: operations["startWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/webhook/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to the receiver
         * @description Signed like any event, of a type of its own, so that a receiver can tell it apart.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/webhook/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send all events after this number again, under the ids they had
         * @description For a receiver that lost something: `since` is the number of the last event it has handled. It drops what it knows by `webhook-id`.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest deliveries, newest first, and what the receiver answered
         * @description Kept for 30 days after an event was delivered or given up.
         */
        get: operations["webhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The secret address of the feed
         * @description 404 where the watch has no feed. The address is a secret: whoever has it reads the events.
         */
        get: operations["feed"];
        put?: never;
        /**
         * Make the secret address of an Atom feed of the events; one before ends
         * @description Answers the new address once more at GET. Only a partner with a live key of the scope `watch` has one that answers.
         */
        post: operations["putFeed"];
        /**
         * Close the feed
         * @description Its address answers 404 from then on. The watch itself stays.
         */
        delete: operations["removeFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The address that changes are told to
         * @description Also says whether the reader of the address has said yes; until then nothing is sent to it.
         */
        get: operations["mail"];
        /**
         * Tell changes by mail, once a day at most; the reader of the address is asked first
         * @description At most five new addresses a day. Nothing is told until the reader has opened the link of the question and said yes; an address that never said yes is forgotten after 30 days.
         */
        put: operations["putMail"];
        post?: never;
        /**
         * Send no mail any more
         * @description The watch itself stays, and its events can be read.
         */
        delete: operations["removeMail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Captures that turn an answer into a no and wait for a second person
         * @description Each with its fields, its saved page and the answers that become others by it.
         */
        get: operations["pendingCaptures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures/pending/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish what another person captured, after a second look
         * @description Not by the person who captured it. What is published is the capture as it was recorded, under the day on which the page was looked at. Wants a reviewer.
         */
        post: operations["confirmCapture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures/pending/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put on record that what was captured is not published, and why
         * @description It is not published and waits no longer; its saved page is kept. Wants a reviewer.
         */
        post: operations["rejectCapture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures/{source}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What persons recorded of a register and stands on record, newest first
         * @description With `q` those rows whose key or fields contain it.
         */
        get: operations["capturedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures/{source}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a row that was never right, with every earlier version of it
         * @description For reviewers: a number that nobody bears, the page of another hospital. From then on nothing rests on the row, as if it had never been read; the page stays in the archive, and who withdrew it and why on record. Where an answer becomes a no by it, or stops being a no, it is answered 202 and waits under `pending` until another reviewer confirms it. `dryRun=true` shows what would change.
         */
        post: operations["withdrawCapture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The registers that a person looks at, since programs may not
         * @description Registers behind a captcha, or whose rules forbid programs: they enter by what a person reads off, with the saved page as proof.
         */
        get: operations["captures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom to look up next: the register to open and the exact words to copy, most urgent first
         * @description Watched hospitals come first, then those whose last look is too old or soon will be, then well-known ones that were never looked up; each with its reason.
         */
        get: operations["captureQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where to look, what to type, which fields to read off, and the template
         * @description The form is made from the description of the source, so that the fields of this address are those that its captures take.
         */
        get: operations["captureDesk"];
        put?: never;
        /**
         * Record what a person read off a register, with the saved page as proof
         * @description JSON, or multipart/form-data with the parts `capture` (the same JSON), `page` (the saved page: HTML, PDF, PNG) and `file` (many rows: CSV, XLSX). `dryRun=true` shows what would change and writes nothing. Rows are recorded together; with `partial=true` those that are good. A saved page that shows another number than the one typed refuses the row, unless `force` and `because` insist. What turns an answer into a no is answered 202: it waits under `pending` until another person confirms it.
         */
        post: operations["capture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures/{source}/template.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The header of a bulk file, as csv
         * @description Headings in Chinese and English; columns may stand in any order when the file is sent to the source’s own address.
         */
        get: operations["captureTemplateCSV"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/captures/{source}/template.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The header of a bulk file, as xlsx
         * @description Headings in Chinese and English; columns may stand in any order when the file is sent to the source’s own address.
         */
        get: operations["captureTemplateXLSX"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources whose newest run was refused: why, and the pages to look at
         * @description An edition is refused where it lost or changed more than its source ever did, or where its shape is another. The edition before goes on answering.
         */
        get: operations["refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/pages/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of any kept page, for looking at
         * @description Also of refused runs, and where the rights of a source forbid handing them on: for looking only.
         */
        get: operations["keptPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/runs/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the newest refused pages of a source its edition after all
         * @description The reason is kept with the name of whoever decided. Only the newest refused run of a source can be accepted; answers use its rows once `answering` is true. Wants a reviewer.
         */
        post: operations["acceptRefused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/runs/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put on record that a person looked and the refusal stands
         * @description The edition before goes on answering; the refusal no longer waits for anybody. Wants a reviewer.
         */
        post: operations["refuseRefused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator/contradictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where two sources disagree, with the rows’ own words and the kept pages
         * @description The same disagreements as /v1/contradictions, with rows and pages that may not be handed on.
         */
        get: operations["operatorContradictions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Batch: {
            id: string;
            /**
             * @description `held`: handed in on the page for partners and not started there yet; `failed`: given up after several tries; the answers there are stay
             * @enum {string}
             */
            state: "held" | "waiting" | "running" | "done" | "cancelled" | "failed";
            file: string;
            /** @enum {string} */
            lang: "en" | "zh";
            rows: number;
            /** @description Rows that are answered or said to be wrong */
            done: number;
            counts: {
                rows: number;
                /** @description Rows that could not be read */
                bad: number;
                /** @description Rows not answered */
                waiting: number;
                confirmed: number;
                limited: number;
                refuted: number;
                unknown: number;
                ambiguous: number;
                /**
                 * @description Of the refuted: what was asked is prohibited by law
                 * @default 0
                 */
                prohibited: number;
                /**
                 * @description Of the refuted: a term that ended
                 * @default 0
                 */
                expired: number;
            };
            /** @description What was recognised; nothing else is read */
            columns: {
                sheet: string | null;
                /** @description The letters a spreadsheet shows above it */
                column: string;
                heading: string;
                /** @enum {string} */
                field: "id" | "licenceNumber" | "uscc" | "name" | "province" | "city" | "address" | "website" | "campus" | "service" | "claim" | "asOf" | "englishName" | "country" | "reference";
            }[];
            /** @description Columns with cells that no answer takes into account; `column=service=…` has one read */
            unread: {
                sheet: string | null;
                column: string;
                heading: string;
            }[];
            notes: string[];
            /**
             * Format: date-time
             * @description An instant, ISO 8601, UTC
             */
            createdAt: string;
            endedAt: string | null;
            /**
             * Format: date-time
             * @description From then on it is gone
             */
            expiresAt: string;
            /** @description All rows are answered by it; null before it is begun */
            generation: number | null;
            asOf: string | null;
            policyVersion: string | null;
        };
        /** Offer */
        Offer: {
            /** @description The text of an offer, English or Chinese */
            text?: string;
            /**
             * @description Who sent it: name, website or e-mail address, of an agency for instance
             * @example agency.example
             */
            sender?: string;
            /**
             * @description Registry id, from an earlier answer
             * @example nobody-has-this-id
             */
            id?: string;
            /**
             * @description Number of the practice licence, 医疗机构登记号 (made-up example)
             * @example 00000000000000011A1001
             */
            licenceNumber?: string;
            /**
             * @description Unified social credit code, 统一社会信用代码 (made-up example)
             * @example 12000000000000000Q
             */
            uscc?: string;
            /**
             * @description Any name: Chinese, traditional, English, former, short
             * @example Ruijin Hospital
             */
            name?: string;
            /**
             * @description Province, in Chinese or English, narrows a name
             * @example Shanghai
             */
            province?: string;
            /**
             * @description City, in Chinese or English, narrows a name
             * @example 上海市
             */
            city?: string;
            /**
             * @description Street address, narrows a name
             * @example 瑞金二路197号
             */
            address?: string;
            /**
             * @description Website, narrows a name
             * @example https://hospital.example
             */
            website?: string;
            /**
             * @description Campus 院区
             * @example 总院
             */
            campus?: string;
            /**
             * Format: date
             * @description Answer for this day, YYYY-MM-DD in Asia/Shanghai; today if left out
             */
            asOf?: string;
            /**
             * @description Language of the words; else Accept-Language, else en
             * @enum {string}
             */
            lang?: "en" | "zh";
        };
        /** Problem document (RFC 9457) */
        Problem: {
            /** @description Address of the page that explains this problem */
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            instance?: string;
            errors?: {
                field: string;
                problem: string;
                expected?: string;
                nearest?: string[];
            }[];
            /** @description Who is meant and what is known of them, where the treatment or a mark alone cannot be read. It answers nothing about what was left out */
            known?: {
                /** @description The fields that were left out, because they cannot be read */
                without: string[];
                /** @description Who is meant; null where nobody is settled on */
                institution: {
                    id: string;
                    name: {
                        zh: string | null;
                        en: string | null;
                    };
                    province: string | null;
                    city: string | null;
                } | null;
                /** @description The licence in one sentence, or why nobody is settled on */
                sentence: string;
                /** @description What is known of the rest that was asked */
                asked: {
                    ask: string;
                    sentence: string;
                }[];
            };
        };
        /** Question */
        Question: {
            /**
             * @description Registry id, from an earlier answer
             * @example nobody-has-this-id
             */
            id?: string;
            /**
             * @description Number of the practice licence, 医疗机构登记号 (made-up example)
             * @example 00000000000000011A1001
             */
            licenceNumber?: string;
            /**
             * @description Unified social credit code, 统一社会信用代码 (made-up example)
             * @example 12000000000000000Q
             */
            uscc?: string;
            /**
             * @description Any name: Chinese, traditional, English, former, short
             * @example Ruijin Hospital
             */
            name?: string;
            /**
             * @description Province, in Chinese or English, narrows a name
             * @example Shanghai
             */
            province?: string;
            /**
             * @description City, in Chinese or English, narrows a name
             * @example 上海市
             */
            city?: string;
            /**
             * @description Street address, narrows a name
             * @example 瑞金二路197号
             */
            address?: string;
            /**
             * @description Website, narrows a name
             * @example https://hospital.example
             */
            website?: string;
            /**
             * @description Campus 院区
             * @example 总院
             */
            campus?: string;
            /**
             * @description Physician’s name; never without the institution or the certificate number
             * @example 示例医师
             */
            practitioner?: string;
            /**
             * @description Practising certificate number 医师执业证书编码, 15 digits
             * @example 110310000000001
             */
            certificateNumber?: string;
            /**
             * @description What is to be done there: a code of /v1/technologies, or everyday words that mean one treatment (IVF, proton therapy)
             * @example G06
             */
            service?: string;
            /**
             * @description What the institution says of itself: a code of /v1/schemes, `licence`, `grade:3A` …, or the words for one (JCI, 三甲); repeatable or separated by commas
             * @example jci
             */
            claim?: string | string[];
            /**
             * Format: date
             * @description Answer for this day, YYYY-MM-DD in Asia/Shanghai; today if left out
             */
            asOf?: string;
            /** @description What was said in this generation of the registry, on the day it was published; `asOf` asks what was in force on a day. Both together: what that generation says of that day */
            generation?: number;
            /**
             * @description Language of the words; else Accept-Language, else en
             * @enum {string}
             */
            lang?: "en" | "zh";
            /**
             * @description Why you ask about a physician; required with one, and written down
             * @enum {string}
             */
            purpose?: "own-treatment" | "relative" | "referral" | "insurance" | "credentialing";
        };
        ShownEvidence: {
            /** @enum {string} */
            kind: "primary-register" | "official-list" | "law" | "issuer-notice" | "foreign-government-list" | "holder-claim" | "press" | "directory";
            /** @enum {string} */
            how: "fetched" | "captured" | "bundled";
            source: string;
            authority: string;
            asOf: string | null;
            /**
             * Format: date-time
             * @description An instant, ISO 8601, UTC
             */
            retrievedAt: string;
            fresh: boolean;
            ageDays: number | null;
            freshnessDays: number | null;
            /** @enum {string} */
            transport: "https" | "http" | "https-unverified" | "file" | "operator";
            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
            sha256: string;
            row: number;
            cite: string | null;
            url: string;
            seenFirst: string | null;
            seenLast: string | null;
            current: boolean;
        };
        /** Verdict */
        Verdict: {
            /** @enum {string} */
            outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
            summary: string;
            licence: {
                /**
                 * @description `implied`: by an official list or a decision, not read in a register
                 * @enum {string}
                 */
                result: "met" | "implied" | "not-met" | "unknown";
                status: string | null;
                sentence: string;
                asOf: string | null;
                ageDays: number | null;
                evidence: string[];
                next: {
                    text: string;
                    url: string | null;
                    type: string | null;
                    show: string | null;
                } | null;
            };
            asked: {
                /** @description The code asked about; `practitioner` for a physician */
                ask: string;
                /**
                 * @description `implied` only where the licence itself was asked
                 * @enum {string}
                 */
                result: "met" | "implied" | "not-met" | "unknown";
                status: string | null;
                sentence: string;
                asOf: string | null;
                ageDays: number | null;
                next: {
                    text: string;
                    url: string | null;
                    type: string | null;
                    show: string | null;
                } | null;
            }[];
            caveats: {
                code: string;
                params: {
                    [key: string]: string | number | boolean | null;
                };
                text: string;
            }[];
            lastKnown: {
                /** @enum {string} */
                gate: "practice-licence" | "grade" | "restricted-technology" | "assisted-reproduction" | "organ-transplant" | "prenatal-diagnosis" | "large-equipment" | "cell-product" | "biomedical-research" | "lecheng" | "foreign-capital" | "prohibited-technology" | "accreditation" | "programme" | "practitioner";
                ask: string | null;
                source: string;
                list: string;
                authority: string;
                /** @enum {string} */
                kind: "primary-register" | "official-list" | "law" | "issuer-notice" | "foreign-government-list" | "holder-claim" | "press" | "directory";
                /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                asOf: string;
                ageDays: number;
                sentence: string;
                evidence: string;
            } | null;
            identity: {
                /** @enum {string} */
                match: "exact" | "strong" | "ambiguous" | "branch-not-on-record" | "lookalike" | "none";
                score: number;
                why: {
                    code: string;
                    params: {
                        [key: string]: string | number | boolean | null;
                    };
                    text: string;
                }[];
                institution: {
                    id: string;
                    name: {
                        zh: string | null;
                        en: string | null;
                        /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                        translation?: string;
                    };
                    province: string | null;
                    city: string | null;
                    licenceNumber: string | null;
                    /** @constant */
                    test?: true;
                } | null;
                candidates: {
                    id: string;
                    name: {
                        zh: string | null;
                        en: string | null;
                        /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                        translation?: string;
                    };
                    province: string | null;
                    city: string | null;
                    licenceNumber: string | null;
                    /** @constant */
                    test?: true;
                    score: number;
                    why: {
                        code: string;
                        params: {
                            [key: string]: string | number | boolean | null;
                        };
                        text: string;
                    }[];
                    address?: string | null;
                    apart?: {
                        code: string;
                        params: {
                            [key: string]: string | number | boolean | null;
                        };
                        text: string;
                    }[];
                    /** @enum {string} */
                    outcome?: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                    licence?: {
                        /**
                         * @description `implied`: by an official list or a decision, not read in a register
                         * @enum {string}
                         */
                        result: "met" | "implied" | "not-met" | "unknown";
                        sentence: string;
                        asOf: string | null;
                        ageDays: number | null;
                    };
                }[];
                settle?: {
                    code: string;
                    params: {
                        [key: string]: string | number | boolean | null;
                    };
                    text: string;
                };
            };
            checks: {
                /** @enum {string} */
                gate: "practice-licence" | "grade" | "restricted-technology" | "assisted-reproduction" | "organ-transplant" | "prenatal-diagnosis" | "large-equipment" | "cell-product" | "biomedical-research" | "lecheng" | "foreign-capital" | "prohibited-technology" | "accreditation" | "programme" | "practitioner";
                ask: string | null;
                /** @enum {string} */
                result: "met" | "not-met" | "unknown";
                status: string | null;
                reasons: {
                    code: string;
                    params: {
                        [key: string]: string | number | boolean | null;
                    };
                    text: string;
                }[];
                evidence: {
                    /** @enum {string} */
                    kind: "primary-register" | "official-list" | "law" | "issuer-notice" | "foreign-government-list" | "holder-claim" | "press" | "directory";
                    /** @enum {string} */
                    how: "fetched" | "captured" | "bundled";
                    source: string;
                    authority: string;
                    asOf: string | null;
                    /**
                     * Format: date-time
                     * @description An instant, ISO 8601, UTC
                     */
                    retrievedAt: string;
                    fresh: boolean;
                    ageDays: number | null;
                    freshnessDays: number | null;
                    /** @enum {string} */
                    transport: "https" | "http" | "https-unverified" | "file" | "operator";
                    /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                    sha256: string;
                    row: number;
                    cite: string | null;
                    url: string;
                }[];
            }[];
            practitioner: null;
            notices: {
                code: string;
                params: {
                    [key: string]: string | number | boolean | null;
                };
                text: string;
            }[];
            searched: {
                source: string;
                title: string;
                authority: string;
                asOf: string | null;
                /** @enum {string} */
                state: "fresh" | "stale" | "unavailable";
                /** @enum {string} */
                completeness: "complete" | "partial" | "historical";
            }[];
            checkYourself: {
                authority: string;
                url: string;
                type: string;
            }[];
            /** @constant */
            test?: true;
            policyVersion: string;
            generation: number;
            /**
             * Format: date
             * @description A day in Asia/Shanghai, YYYY-MM-DD
             */
            asOf: string;
            /**
             * Format: date-time
             * @description An instant, ISO 8601, UTC
             */
            answeredAt: string;
            nextDue: string | null;
        };
        Watch: {
            id: string;
            name: string;
            /** @enum {string} */
            lang: "en" | "zh";
            tell: ("verdict" | "name" | "licence" | "evidence")[];
            /**
             * Format: date-time
             * @description An instant, ISO 8601, UTC
             */
            createdAt: string;
            entries: number;
            /** @description Entries that were not asked yet; their first answer is no event */
            waiting: number;
            /** @description How many events it has had: the number of the newest */
            events: number;
        };
        /** What changed in an answer */
        WatchEvent: {
            /** @description The same in every delivery of this event */
            id: string;
            /** @description From 1, in the order of events of this watch */
            number: number;
            watch: string;
            /**
             * Format: date-time
             * @description An instant, ISO 8601, UTC
             */
            at: string;
            /** @description Place of the entry in the list that was handed in, from 1 */
            entry: number;
            reference: string | null;
            question: {
                institution: {
                    /**
                     * @description Registry id, from an earlier answer
                     * @example nobody-has-this-id
                     */
                    id?: string;
                    /**
                     * @description Number of the practice licence, 医疗机构登记号 (made-up example)
                     * @example 00000000000000011A1001
                     */
                    licenceNumber?: string;
                    /**
                     * @description Unified social credit code, 统一社会信用代码 (made-up example)
                     * @example 12000000000000000Q
                     */
                    uscc?: string;
                    /**
                     * @description Any name: Chinese, traditional, English, former, short
                     * @example Ruijin Hospital
                     */
                    name?: string;
                    /**
                     * @description Province, in Chinese or English, narrows a name
                     * @example Shanghai
                     */
                    province?: string;
                    /**
                     * @description City, in Chinese or English, narrows a name
                     * @example 上海市
                     */
                    city?: string;
                    /**
                     * @description Street address, narrows a name
                     * @example 瑞金二路197号
                     */
                    address?: string;
                    /**
                     * @description Website, narrows a name
                     * @example https://hospital.example
                     */
                    website?: string;
                    /**
                     * @description Campus 院区
                     * @example 总院
                     */
                    campus?: string;
                };
                /**
                 * @description What is to be done there: a code of /v1/technologies, or everyday words that mean one treatment (IVF, proton therapy)
                 * @example G06
                 */
                service?: string;
                /** @default [] */
                claims: string[];
            };
            changed: ("verdict" | "name" | "licence" | "evidence")[];
            before: {
                /** @enum {string} */
                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                summary: string;
                /** @enum {string} */
                match: "exact" | "strong" | "ambiguous" | "branch-not-on-record" | "lookalike" | "none";
                id: string | null;
                name: {
                    zh: string | null;
                    en: string | null;
                } | null;
                asked: {
                    /** @description The code asked about; `practitioner` for a physician */
                    ask: string;
                    /**
                     * @description `implied` only where the licence itself was asked
                     * @enum {string}
                     */
                    result: "met" | "implied" | "not-met" | "unknown";
                    status: string | null;
                    sentence: string;
                }[];
                licence: {
                    /**
                     * @description `implied`: by an official list or a decision, not read in a register
                     * @enum {string}
                     */
                    result: "met" | "implied" | "not-met" | "unknown";
                    status: string | null;
                    sentence: string;
                };
                /** @description The lists that the answer rests on, each with its newest date */
                evidence: {
                    source: string;
                    asOf: string | null;
                }[];
                reasons: {
                    code: string;
                    text: string;
                }[];
                generation: number;
                policyVersion: string;
                /**
                 * Format: date
                 * @description A day in Asia/Shanghai, YYYY-MM-DD
                 */
                asOf: string;
            };
            after: {
                /** @enum {string} */
                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                summary: string;
                /** @enum {string} */
                match: "exact" | "strong" | "ambiguous" | "branch-not-on-record" | "lookalike" | "none";
                id: string | null;
                name: {
                    zh: string | null;
                    en: string | null;
                } | null;
                asked: {
                    /** @description The code asked about; `practitioner` for a physician */
                    ask: string;
                    /**
                     * @description `implied` only where the licence itself was asked
                     * @enum {string}
                     */
                    result: "met" | "implied" | "not-met" | "unknown";
                    status: string | null;
                    sentence: string;
                }[];
                licence: {
                    /**
                     * @description `implied`: by an official list or a decision, not read in a register
                     * @enum {string}
                     */
                    result: "met" | "implied" | "not-met" | "unknown";
                    status: string | null;
                    sentence: string;
                };
                /** @description The lists that the answer rests on, each with its newest date */
                evidence: {
                    source: string;
                    asOf: string | null;
                }[];
                reasons: {
                    code: string;
                    text: string;
                }[];
                generation: number;
                policyVersion: string;
                /**
                 * Format: date
                 * @description A day in Asia/Shanghai, YYYY-MM-DD
                 */
                asOf: string;
            };
            why: {
                moved: ("generation" | "policy" | "day")[];
                /** @description Reasons that came; where none did, those that stand */
                reasons: {
                    code: string;
                    text: string;
                }[];
                /** @description Codes of reasons that stand no more */
                gone: string[];
            };
            /** @description Address of the whole answer, as it is when it is asked */
            answer: string;
        };
    };
    responses: {
        /** @description What you hold is still what you would get; no body */
        NotModified: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request cannot be read; `errors` names each field */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No key or token where one is wanted, or one that is not live */
        NoLiveKey: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; see Retry-After */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of ours */
        Fault: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not possible right now, or not set up on this installation; `detail` says which */
        NotNow: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than this address takes; `detail` says how large it may be */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a type that is not read here */
        WrongType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was merged into another: `location` leads there */
        Moved: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Nothing is known under this id, code or hash */
        Unknown: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part of the address is longer than anything known here */
        AddressTooLong: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was kept and has been removed */
        Removed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is not allowed: by the rights of the source, by the scope of the key, or to this site */
        NotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This format is not offered */
        NotOffered: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It cannot be done to this source or run; `detail` says why */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was captured cannot be taken; `errors` names each field */
        CannotBeTaken: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body took too long to arrive */
        TooSlow: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names this request in our log; `instance` of a problem holds it too */
        "X-Request-Id": string;
        /** @description What is left of your share: `"default";r=599;t=30` (requests, seconds until it starts anew) */
        RateLimit: string;
        /** @description Your share: `"default";q=600;w=60` (requests, seconds) */
        "RateLimit-Policy": string;
        /** @description Seconds after which asking again makes sense */
        "Retry-After": number;
        /** @description How to show a key (RFC 6750) */
        "WWW-Authenticate": string;
        /** @description Names these bytes: send it in `If-None-Match` and get 304 while they are the same */
        ETag: string;
        /** @description The address of what was made, or where it stands now */
        Location: string;
        /** @description `rel="next"`: the next page, while there is one. `rel="deprecation"`: what to use instead of an address that will go (RFC 8288) */
        Link: string;
        /** @description Only where this address is deprecated: the instant from which it is, `@` and Unix seconds (RFC 9745). Nothing is deprecated today */
        Deprecation: string;
        /** @description Only beside Deprecation: the earliest instant at which this address may stop to answer (RFC 8594) */
        Sunset: string;
        /** @description The status of a refusal that is sent as a picture with 200 */
        "X-Licet-Status": number;
        /** @description What is wrong with the address of such a picture */
        "X-Licet-Problem": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    verify: {
        parameters: {
            query?: {
                /** @description Registry id, from an earlier answer */
                id?: string;
                /** @description Number of the practice licence, 医疗机构登记号 (made-up example) */
                licenceNumber?: string;
                /** @description Unified social credit code, 统一社会信用代码 (made-up example) */
                uscc?: string;
                /** @description Any name: Chinese, traditional, English, former, short */
                name?: string;
                /** @description Province, in Chinese or English, narrows a name */
                province?: string;
                /** @description City, in Chinese or English, narrows a name */
                city?: string;
                /** @description Street address, narrows a name */
                address?: string;
                /** @description Website, narrows a name */
                website?: string;
                /** @description Campus 院区 */
                campus?: string;
                /** @description What is to be done there: a code of /v1/technologies, or everyday words that mean one treatment (IVF, proton therapy) */
                service?: string;
                /** @description What the institution says of itself: a code of /v1/schemes, `licence`, `grade:3A` …, or the words for one (JCI, 三甲); repeatable or separated by commas */
                claim?: string | string[];
                /** @description Answer for this day, YYYY-MM-DD in Asia/Shanghai; today if left out */
                asOf?: string;
                /** @description What was said in this generation of the registry, on the day it was published; `asOf` asks what was in force on a day. Both together: what that generation says of that day */
                generation?: number;
                /** @description Language of the words; else Accept-Language, else en */
                lang?: "en" | "zh";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    verifyByPost: {
        parameters: {
            query?: {
                /** @description true: each question of an array is answered by itself */
                partial?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Question"] | components["schemas"]["Question"][];
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"] | {
                        answers: components["schemas"]["Verdict"][];
                    } | {
                        answers: (components["schemas"]["Verdict"] | {
                            problem: components["schemas"]["Problem"];
                        })[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    checkClaims: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Offer"];
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        identity: {
                            /** @enum {string} */
                            match: "exact" | "strong" | "ambiguous" | "branch-not-on-record" | "lookalike" | "none";
                            score: number;
                            why: {
                                code: string;
                                params: {
                                    [key: string]: string | number | boolean | null;
                                };
                                text: string;
                            }[];
                            institution: {
                                id: string;
                                name: {
                                    zh: string | null;
                                    en: string | null;
                                    /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                    translation?: string;
                                };
                                province: string | null;
                                city: string | null;
                                licenceNumber: string | null;
                                /** @enum {boolean} */
                                test?: true;
                            } | null;
                            candidates: {
                                id: string;
                                name: {
                                    zh: string | null;
                                    en: string | null;
                                    /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                    translation?: string;
                                };
                                province: string | null;
                                city: string | null;
                                licenceNumber: string | null;
                                /** @enum {boolean} */
                                test?: true;
                                score: number;
                                why: {
                                    code: string;
                                    params: {
                                        [key: string]: string | number | boolean | null;
                                    };
                                    text: string;
                                }[];
                                address?: string | null;
                                apart?: {
                                    code: string;
                                    params: {
                                        [key: string]: string | number | boolean | null;
                                    };
                                    text: string;
                                }[];
                                /** @enum {string} */
                                outcome?: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                licence?: {
                                    /**
                                     * @description `implied`: by an official list or a decision, not read in a register
                                     * @enum {string}
                                     */
                                    result: "met" | "implied" | "not-met" | "unknown";
                                    sentence: string;
                                    asOf: string | null;
                                    ageDays: number | null;
                                };
                            }[];
                            settle?: {
                                code: string;
                                params: {
                                    [key: string]: string | number | boolean | null;
                                };
                                text: string;
                            };
                        } | null;
                        spans: {
                            /** @description Offset in the text, in UTF-16 code units, from 0 */
                            start: number;
                            /** @description Offset behind the last unit */
                            end: number;
                            /** @description The very words at this place */
                            text: string;
                            /** @enum {string} */
                            kind: "licence" | "grade" | "mark" | "programme" | "technology" | "product";
                            /** @description Codes this may mean; each has its entry in `verdicts` */
                            codes: string[];
                            /** @description True where the sentence denies it (“we do not offer …”) */
                            turnedRound: boolean;
                        }[];
                        warnings: {
                            /** @description Offset in the text, in UTF-16 code units, from 0 */
                            start: number;
                            /** @description Offset behind the last unit */
                            end: number;
                            /** @description The very words at this place */
                            text: string;
                            sign: string;
                            title: {
                                en: string;
                                zh: string;
                            };
                            why: {
                                en: string;
                                zh: string;
                            };
                            basis: {
                                en: string;
                                zh: string;
                            }[];
                        }[];
                        /** @description Hospitals that the text names, at most six, and whom each is taken for */
                        named: {
                            /** @description Offset in the text, in UTF-16 code units, from 0 */
                            start: number;
                            /** @description Offset behind the last unit */
                            end: number;
                            /** @description The very words at this place */
                            text: string;
                            identity: {
                                /** @enum {string} */
                                match: "exact" | "strong" | "ambiguous" | "branch-not-on-record" | "lookalike" | "none";
                                score: number;
                                why: {
                                    code: string;
                                    params: {
                                        [key: string]: string | number | boolean | null;
                                    };
                                    text: string;
                                }[];
                                institution: {
                                    id: string;
                                    name: {
                                        zh: string | null;
                                        en: string | null;
                                        /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                        translation?: string;
                                    };
                                    province: string | null;
                                    city: string | null;
                                    licenceNumber: string | null;
                                    /** @enum {boolean} */
                                    test?: true;
                                } | null;
                                candidates: {
                                    id: string;
                                    name: {
                                        zh: string | null;
                                        en: string | null;
                                        /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                        translation?: string;
                                    };
                                    province: string | null;
                                    city: string | null;
                                    licenceNumber: string | null;
                                    /** @enum {boolean} */
                                    test?: true;
                                    score: number;
                                    why: {
                                        code: string;
                                        params: {
                                            [key: string]: string | number | boolean | null;
                                        };
                                        text: string;
                                    }[];
                                    address?: string | null;
                                    apart?: {
                                        code: string;
                                        params: {
                                            [key: string]: string | number | boolean | null;
                                        };
                                        text: string;
                                    }[];
                                    /** @enum {string} */
                                    outcome?: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                    licence?: {
                                        /**
                                         * @description `implied`: by an official list or a decision, not read in a register
                                         * @enum {string}
                                         */
                                        result: "met" | "implied" | "not-met" | "unknown";
                                        sentence: string;
                                        asOf: string | null;
                                        ageDays: number | null;
                                    };
                                }[];
                                settle?: {
                                    code: string;
                                    params: {
                                        [key: string]: string | number | boolean | null;
                                    };
                                    text: string;
                                };
                            };
                        }[];
                        /** @description The part of the text that is neither English nor Chinese: no sign is looked for in it */
                        unread: {
                            /** @enum {string} */
                            part: "all" | "some";
                            /** @description What these words seem to be in (ISO 639), the most written first; empty where it is not clear */
                            languages: string[];
                        } | null;
                        verdicts: {
                            code: string;
                            /** @enum {string} */
                            outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                            summary: string;
                            checks: {
                                /** @enum {string} */
                                gate: "practice-licence" | "grade" | "restricted-technology" | "assisted-reproduction" | "organ-transplant" | "prenatal-diagnosis" | "large-equipment" | "cell-product" | "biomedical-research" | "lecheng" | "foreign-capital" | "prohibited-technology" | "accreditation" | "programme" | "practitioner";
                                ask: string | null;
                                /** @enum {string} */
                                result: "met" | "not-met" | "unknown";
                                status: string | null;
                                reasons: {
                                    code: string;
                                    params: {
                                        [key: string]: string | number | boolean | null;
                                    };
                                    text: string;
                                }[];
                                evidence: {
                                    /** @enum {string} */
                                    kind: "primary-register" | "official-list" | "law" | "issuer-notice" | "foreign-government-list" | "holder-claim" | "press" | "directory";
                                    /** @enum {string} */
                                    how: "fetched" | "captured" | "bundled";
                                    source: string;
                                    authority: string;
                                    asOf: string | null;
                                    /**
                                     * Format: date-time
                                     * @description An instant, ISO 8601, UTC
                                     */
                                    retrievedAt: string;
                                    fresh: boolean;
                                    ageDays: number | null;
                                    freshnessDays: number | null;
                                    /** @enum {string} */
                                    transport: "https" | "http" | "https-unverified" | "file" | "operator";
                                    /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                                    sha256: string;
                                    row: number;
                                    cite: string | null;
                                    url: string;
                                }[];
                            }[];
                        }[];
                        /** @description What can be said of whoever sent it; null when nobody was named */
                        sender: {
                            given: string;
                            /** @description The registered domain, where an address was given */
                            domain: string | null;
                            notes: {
                                code: string;
                                params: {
                                    [key: string]: string | number | boolean | null;
                                };
                                text: string;
                            }[];
                        } | null;
                        /** @description True when the text holds more than is shown */
                        cut: boolean;
                        policyVersion: string;
                        generation: number;
                        /**
                         * Format: date
                         * @description A day in Asia/Shanghai, YYYY-MM-DD
                         */
                        asOf: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        answeredAt: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    institutions: {
        parameters: {
            query?: {
                /** @description Search: any name. Left out: a list */
                name?: string;
                /** @description Province, in Chinese or English, narrows a name */
                province?: string;
                /** @description City, in Chinese or English, narrows a name */
                city?: string;
                /** @description Street address, narrows a name */
                address?: string;
                /** @description Website, narrows a name */
                website?: string;
                /** @description List: institutions of this type only */
                type?: "hospital" | "clinic" | "disease-control" | "research" | "area" | "other";
                /** @description List: those of which something changed on this day (Asia/Shanghai) or later */
                updatedSince?: string;
                /** @description List: `next` of the last page */
                after?: string;
                /** @description How many: of a list 100 when left out, of a search 10, at most 20 */
                limit?: number;
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        match: "exact" | "strong" | "ambiguous" | "branch-not-on-record" | "lookalike" | "none";
                        why: {
                            code: string;
                            params: {
                                [key: string]: string | number | boolean | null;
                            };
                            text: string;
                        }[];
                        candidates: {
                            id: string;
                            name: {
                                zh: string | null;
                                en: string | null;
                                /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                translation?: string;
                            };
                            province: string | null;
                            city: string | null;
                            licenceNumber: string | null;
                            /** @enum {boolean} */
                            test?: true;
                            score: number;
                            why: {
                                code: string;
                                params: {
                                    [key: string]: string | number | boolean | null;
                                };
                                text: string;
                            }[];
                            address?: string | null;
                            apart?: {
                                code: string;
                                params: {
                                    [key: string]: string | number | boolean | null;
                                };
                                text: string;
                            }[];
                            /** @enum {string} */
                            outcome?: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                            licence?: {
                                /**
                                 * @description `implied`: by an official list or a decision, not read in a register
                                 * @enum {string}
                                 */
                                result: "met" | "implied" | "not-met" | "unknown";
                                sentence: string;
                                asOf: string | null;
                                ageDays: number | null;
                            };
                        }[];
                        generation: number;
                    } | {
                        institutions: {
                            id: string;
                            name: {
                                zh: string | null;
                                en: string | null;
                                /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                translation?: string;
                            };
                            province: string | null;
                            city: string | null;
                            licenceNumber: string | null;
                            /** @enum {boolean} */
                            test?: true;
                            district: string | null;
                            /** @enum {string} */
                            type: "hospital" | "clinic" | "disease-control" | "research" | "area" | "other";
                            /** @description The generation in which it became what it is here */
                            updated: {
                                generation: number;
                                /**
                                 * Format: date
                                 * @description A day in Asia/Shanghai, YYYY-MM-DD
                                 */
                                on: string;
                            };
                        }[];
                        /** @description The place that was asked for, by its official names */
                        place: {
                            province: string | null;
                            city: string | null;
                        };
                        /** @description Ask on with `after`; null: this is the last page */
                        next: string | null;
                        /** @description The generation that all pages of this list are of */
                        generation: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    institution: {
        parameters: {
            query?: {
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path: {
                /** @description Registry id, from an earlier answer */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        institution: {
                            id: string;
                            name: {
                                zh: string | null;
                                en: string | null;
                                /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                translation?: string;
                            };
                            province: string | null;
                            city: string | null;
                            licenceNumber: string | null;
                            /** @enum {boolean} */
                            test?: true;
                        };
                        names: {
                            value: string;
                            /** @enum {string} */
                            kind: "legal" | "second" | "former" | "english" | "alias";
                            /** @enum {string} */
                            language: "zh" | "en" | "other";
                            /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                            validFrom?: string;
                            /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                            validUntil?: string;
                            cite?: string;
                            /** @enum {boolean} */
                            uncited?: true;
                            /** @description Positions in `evidence`, from 0 */
                            evidence: number[];
                        }[];
                        place: {
                            /** @enum {string} */
                            region: "mainland" | "hong-kong" | "macau" | "taiwan";
                            province?: string;
                            city?: string;
                            district?: string;
                            address?: string;
                        };
                        addresses: {
                            address: string;
                            /** @description Positions in `evidence`, from 0 */
                            evidence: number[];
                        }[];
                        identifiers: {
                            /** @enum {string} */
                            scheme: "licence-number" | "uscc" | "org-code" | "insurance-code" | "trial-filing" | "directory-id" | "ror";
                            value: string;
                            /** @description Positions in `evidence`, from 0 */
                            evidence: number[];
                        }[];
                        credentials: {
                            /** @enum {string} */
                            gate: "practice-licence" | "grade" | "restricted-technology" | "assisted-reproduction" | "organ-transplant" | "prenatal-diagnosis" | "large-equipment" | "cell-product" | "biomedical-research" | "lecheng" | "foreign-capital" | "prohibited-technology" | "accreditation" | "programme" | "practitioner";
                            code: string;
                            /** @enum {string} */
                            status: "listed" | "formal" | "trial" | "some-trial" | "filed" | "approved" | "approved-not-started" | "operating" | "planned" | "applicant" | "accredited" | "reaccredited" | "certified" | "achieved" | "claimed" | "active" | "suspended" | "withdrawn" | "revoked" | "cancelled" | "expired" | "deferred" | "ended";
                            scope: {
                                /** @enum {string} */
                                kind: "institution" | "campus" | "department" | "laboratory" | "project" | "unknown";
                                text?: string;
                                address?: string;
                            };
                            issuer?: string;
                            programme?: string;
                            number?: string;
                            /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                            eventDate?: string;
                            /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                            validFrom?: string;
                            /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                            validUntil?: string;
                            termDerived?: boolean;
                            note?: string;
                            /** @description Positions in `evidence`, from 0 */
                            evidence: number[];
                        }[];
                        traits: {
                            /** @enum {string} */
                            body?: "hospital" | "clinic" | "disease-control" | "research" | "area" | "other";
                            military?: boolean;
                            /** @enum {string} */
                            foreignCapital?: "wholly" | "joint";
                            lecheng?: boolean;
                            website?: string;
                            /** @enum {string} */
                            ownership?: "public" | "private";
                        };
                        evidence: components["schemas"]["ShownEvidence"][];
                        judgements: {
                            /** @enum {string} */
                            decision: "same" | "different";
                            other: string;
                            /**
                             * Format: date
                             * @description A day in Asia/Shanghai, YYYY-MM-DD
                             */
                            on: string;
                        }[];
                        /**
                         * Format: date
                         * @description A day in Asia/Shanghai, YYYY-MM-DD
                         */
                        asOf: string;
                        generation: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    suggest: {
        parameters: {
            query: {
                /** @description What was typed so far: characters, English, pinyin or pinyin initials */
                q: string;
                /** @description With `en`, English names where there are any; without it, the names that begin so */
                lang?: "en" | "zh";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Institutions one of whose names begins so, the better known first; not an answer to who is meant */
                        suggestions: {
                            id: string;
                            name: string;
                            /** @description With `lang=en`: English words of ours, where no English name is on record; never a name */
                            translation?: string;
                            city: string | null;
                        }[];
                        generation: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    identifier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number as written */
                value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The kind of number, its parts, whether its check character agrees; or what it could have been */
                        explanation: {
                            /** @enum {string} */
                            state: "explained" | "malformed";
                            wellFormed: boolean;
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description Institutions that carry this number in a published list */
                        institutions: {
                            id: string;
                            name: {
                                zh: string | null;
                                en: string | null;
                                /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                translation?: string;
                            };
                            province: string | null;
                            city: string | null;
                            licenceNumber: string | null;
                            /** @enum {boolean} */
                            test?: true;
                        }[];
                        generation: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    technologies: {
        parameters: {
            query?: {
                /** @description Everyday words in English or Chinese */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        technologies: {
                            code: string;
                            gate: string;
                            name: {
                                en: string;
                                zh: string;
                            };
                            kind: string;
                            basis: {
                                en: string;
                                zh: string;
                            } | null;
                            words: {
                                en: string[];
                                zh: string[];
                            };
                        }[];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    technology: {
        parameters: {
            query?: {
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        gate: string;
                        name: {
                            en: string;
                            zh: string;
                        };
                        kind: string;
                        basis: {
                            en: string;
                            zh: string;
                        } | null;
                        words: {
                            en: string[];
                            zh: string[];
                        };
                        facts: {
                            kind: string;
                            code: string;
                            title: {
                                zh?: string;
                                en?: string;
                            };
                            /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                            validFrom?: string;
                            /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                            validUntil?: string;
                            detail: {
                                [key: string]: string;
                            };
                            evidence: components["schemas"]["ShownEvidence"];
                        }[];
                        generation: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    schemes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schemes: ({
                            code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        programmes: ({
                            code: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Every code that `claim` takes */
                        claims: string[];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    sources: {
        parameters: {
            query?: {
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        generation: number;
                        registryHash: string;
                        sources: {
                            id: string;
                            title: string;
                            authority: string;
                            /** @enum {string} */
                            state: "fresh" | "stale" | "unavailable";
                            /** @enum {string} */
                            evidenceKind: "primary-register" | "official-list" | "law" | "issuer-notice" | "foreign-government-list" | "holder-claim" | "press" | "directory";
                            /** @enum {string} */
                            how: "fetched" | "captured" | "bundled";
                            /** @enum {string} */
                            completeness: "complete" | "partial" | "historical";
                            /** @enum {string} */
                            absence: "not-met" | "unknown";
                            absenceNote: string;
                            gates: string[];
                            asOf: string | null;
                            ageDays: number | null;
                            freshnessDays: number | null;
                            freshnessBecause: string | null;
                            ageing: {
                                /**
                                 * Format: date
                                 * @description A day in Asia/Shanghai, YYYY-MM-DD
                                 */
                                lastDay: string;
                                daysLeft: number;
                                warning: "three-quarters" | number;
                                answersAtStake: number | null;
                            } | null;
                            rows: number | null;
                            lastRunAt: string | null;
                            lastRun: string | null;
                            lastIssue: string | null;
                            /** @description Why it is not read here at all: an interface whose key is not set */
                            off: string | null;
                            rights: {
                                licence: string;
                                attribution: string;
                                redistribute: string;
                            };
                            pages: string[];
                        }[];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    source: {
        parameters: {
            query?: {
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        title: string;
                        authority: string;
                        /** @enum {string} */
                        state: "fresh" | "stale" | "unavailable";
                        /** @enum {string} */
                        evidenceKind: "primary-register" | "official-list" | "law" | "issuer-notice" | "foreign-government-list" | "holder-claim" | "press" | "directory";
                        /** @enum {string} */
                        how: "fetched" | "captured" | "bundled";
                        /** @enum {string} */
                        completeness: "complete" | "partial" | "historical";
                        /** @enum {string} */
                        absence: "not-met" | "unknown";
                        absenceNote: string;
                        gates: string[];
                        asOf: string | null;
                        ageDays: number | null;
                        freshnessDays: number | null;
                        freshnessBecause: string | null;
                        ageing: {
                            /**
                             * Format: date
                             * @description A day in Asia/Shanghai, YYYY-MM-DD
                             */
                            lastDay: string;
                            daysLeft: number;
                            warning: "three-quarters" | number;
                            answersAtStake: number | null;
                        } | null;
                        rows: number | null;
                        lastRunAt: string | null;
                        lastRun: string | null;
                        lastIssue: string | null;
                        /** @description Why it is not read here at all: an interface whose key is not set */
                        off: string | null;
                        rights: {
                            licence: string;
                            attribution: string;
                            redistribute: string;
                        };
                        pages: string[];
                        editions: {
                            asOf: string | null;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            acceptedAt: string;
                            rows: number;
                            snapshots: string[];
                        }[];
                        confirmedLive: string | null;
                        notes: string | null;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    runs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runs: {
                            id: number;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            startedAt: string;
                            endedAt: string | null;
                            /**
                             * @description What set the run off
                             * @enum {string}
                             */
                            kind: "schedule" | "harvest" | "capture" | "accept" | "judgement";
                            /** @enum {string} */
                            state: "running" | "done" | "failed" | "interrupted";
                            /** @description The newest generation after it */
                            generation: number | null;
                            registryHash: string | null;
                        }[];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        startedAt: string;
                        endedAt: string | null;
                        /**
                         * @description What set the run off
                         * @enum {string}
                         */
                        kind: "schedule" | "harvest" | "capture" | "accept" | "judgement";
                        /** @enum {string} */
                        state: "running" | "done" | "failed" | "interrupted";
                        /** @description The newest generation after it */
                        generation: number | null;
                        registryHash: string | null;
                        /** @description The whole report; null while the run is under way or when it was cut off */
                        report: ({
                            sources?: ({
                                source: string;
                                /** @description accepted, unchanged, refused, challenged, unreachable, forbidden … */
                                state: string;
                                rows: number;
                                added: number;
                                changed: number;
                                removed: number;
                                /** @description Missed for the first time; gone only when missed again */
                                missing: number;
                                issues: number;
                                refusals: string[];
                                /** @description Date of the edition that speaks after the run */
                                asOf: string | null;
                            } & {
                                [key: string]: unknown;
                            })[];
                            raised?: boolean;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    evidence: {
        parameters: {
            query?: {
                /** @description Row of the page, from 1 */
                row?: number;
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path: {
                /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        snapshot: {
                            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                            sha256: string;
                            /** @description Source id = folder name: cn-<place or body>-<list> or intl-<body>-<list> */
                            source: string;
                            page: string;
                            url: string;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            retrievedAt: string;
                            /** @enum {string} */
                            how: "fetched" | "captured" | "bundled";
                            /** @enum {string} */
                            transport: "https" | "http" | "https-unverified" | "file" | "operator";
                            contentType: string;
                            bytes: number;
                            details?: {
                                [key: string]: string;
                            };
                        };
                        source: {
                            id: string;
                            title: string;
                            authority: string;
                        };
                        rights: {
                            licence: string;
                            attribution: string;
                            redistribute: string;
                        };
                        row: number | null;
                        words: {
                            [key: string]: string;
                        } | null;
                        wordsWithheld: string | null;
                        /** @description A person recorded the row, and it was taken back as never right: no answer rests on it */
                        withdrawn: boolean;
                        institution: string | null;
                        /** @enum {string} */
                        kept: "kept" | "missing" | "removed";
                        bytesUrl: string | null;
                        bytesWithheld: string | null;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            404: components["responses"]["Unknown"];
            410: components["responses"]["Removed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    evidenceBytes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            410: components["responses"]["Removed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    changes: {
        parameters: {
            query?: {
                /** @description `statement`: what lists state. `verdict`: what is told of an institution when nothing but it is asked – outcome and licence line – on the day each generation was published */
                level?: "statement" | "verdict";
                /** @description What was handled already: `next` of the last answer, or the number of a generation */
                since?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            generation: number;
                            id: string;
                            /** @description As it is from that generation on; null: not on record */
                            institution: {
                                id: string;
                                name: {
                                    zh: string | null;
                                    en: string | null;
                                    /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                    translation?: string;
                                };
                                province: string | null;
                                city: string | null;
                                licenceNumber: string | null;
                                /** @enum {boolean} */
                                test?: true;
                            } | null;
                            /** @enum {string} */
                            change: "new" | "changed" | "merged" | "gone";
                            mergedInto: string | null;
                            added: {
                                /** @enum {string} */
                                about: "name" | "number" | "address" | "credential" | "place" | "traits";
                                /** @description The words of the lists */
                                value: {
                                    [key: string]: unknown;
                                };
                                /** @description Sources that state it now; none for what is compiled from several */
                                sources: string[];
                            }[];
                            removed: {
                                /** @enum {string} */
                                about: "name" | "number" | "address" | "credential" | "place" | "traits";
                                /** @description The words of the lists */
                                value: {
                                    [key: string]: unknown;
                                };
                                /** @description Sources that state it now; none for what is compiled from several */
                                sources: string[];
                            }[];
                        }[];
                        /** @description Ask on with `since`: at once where `more` is true, else after the next night */
                        next: string;
                        more: boolean;
                        /**
                         * Format: date
                         * @description A day in Asia/Shanghai, YYYY-MM-DD
                         */
                        asOf: string;
                        generation: number;
                    } | {
                        /** @enum {string} */
                        level: "verdict";
                        changes: {
                            generation: number;
                            policyVersion: string;
                            /**
                             * Format: date
                             * @description A day in Asia/Shanghai, YYYY-MM-DD
                             */
                            day: string;
                            id: string;
                            /** @description null: not on record any more */
                            institution: {
                                id: string;
                                name: {
                                    zh: string | null;
                                    en: string | null;
                                    /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                    translation?: string;
                                };
                                province: string | null;
                                city: string | null;
                                licenceNumber: string | null;
                                /** @enum {boolean} */
                                test?: true;
                            } | null;
                            mergedInto: string | null;
                            /** @description null: it was not on record, or nothing was compared before */
                            before: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                licence: {
                                    result: string;
                                    status: string | null;
                                };
                            } | null;
                            after: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                licence: {
                                    result: string;
                                    status: string | null;
                                };
                            } | null;
                            why: {
                                /** @description What differs from the comparison before */
                                moved: ("generation" | "policy" | "day")[];
                                /** @description Reasons that came; where none did, those that stand */
                                reasons: {
                                    code: string;
                                    text: string;
                                }[];
                                gone: string[];
                            };
                        }[];
                        /** @description Ask on with `since`: at once where `more` is true, else after the next night */
                        next: string;
                        more: boolean;
                        /** @description The newest comparison; null: none was made here yet */
                        judged: {
                            generation: number;
                            policyVersion: string;
                            /**
                             * Format: date
                             * @description A day in Asia/Shanghai, YYYY-MM-DD
                             */
                            day: string;
                            /** @description false: the comparison is under way */
                            whole: boolean;
                        } | null;
                        /**
                         * Format: date
                         * @description A day in Asia/Shanghai, YYYY-MM-DD
                         */
                        asOf: string;
                        generation: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    packs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        format: "licet-pack/1";
                        /** @description Newest first */
                        packs: {
                            name: string;
                            /** @enum {string} */
                            kind: "full" | "delta";
                            generation: number;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            at: string;
                            /** @description What a delta goes onto */
                            base: {
                                generation: number;
                                /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                                content: string;
                            } | null;
                            /** @description Digest of all rows that travel */
                            content: string;
                            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                            registryHash: string;
                            /** @description Where `/v1/changes?since=` goes on */
                            cursor: string;
                            bytes: number;
                            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                            sha256: string;
                            url: string;
                        }[];
                        /** @description Keys that may sign the next pack, and how to recognise them (RFC 7638) */
                        keys: {
                            kid: string;
                            thumbprint: string;
                        }[];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    packManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        format: "licet-pack/1";
                        /** @enum {string} */
                        kind: "full" | "delta";
                        publisher: string | null;
                        madeBy: string;
                        code: string;
                        layout: string;
                        policyVersion: string;
                        generation: number;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                        registryHash: string;
                        /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                        chain: string;
                        cursor: string;
                        /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                        content: string;
                        base: {
                            generation: number;
                            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                            content: string;
                        } | null;
                        own: {
                            generation: number;
                            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                            registryHash: string;
                            same: boolean;
                        };
                        sources: {
                            id: string;
                            title: string;
                            authority: string;
                            licence: string;
                            attribution: string;
                            /** @enum {string} */
                            travels: "bytes" | "rows" | "metadata";
                            rows: number;
                        }[];
                        missingPages: string[];
                        files: {
                            name: string;
                            bytes: number;
                            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                            sha256: string;
                            key?: string[];
                        }[];
                        keys: ({
                            /** @enum {string} */
                            kty: "OKP";
                            /** @enum {string} */
                            crv: "Ed25519";
                            x: string;
                            kid: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    packFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    contradictions: {
        parameters: {
            query?: {
                /** @description Registry id to go on after, from `next` */
                after?: string;
                limit?: number;
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contradictions: {
                            institution: {
                                id: string;
                                name: {
                                    zh: string | null;
                                    en: string | null;
                                    /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                    translation?: string;
                                };
                                province: string | null;
                                city: string | null;
                                licenceNumber: string | null;
                                /** @enum {boolean} */
                                test?: true;
                            };
                            /** @enum {string} */
                            kind: "credential" | "grade" | "identifier";
                            about: string;
                            statements: {
                                says: string;
                                evidence: {
                                    /** @enum {string} */
                                    kind: "primary-register" | "official-list" | "law" | "issuer-notice" | "foreign-government-list" | "holder-claim" | "press" | "directory";
                                    /** @enum {string} */
                                    how: "fetched" | "captured" | "bundled";
                                    source: string;
                                    authority: string;
                                    asOf: string | null;
                                    /**
                                     * Format: date-time
                                     * @description An instant, ISO 8601, UTC
                                     */
                                    retrievedAt: string;
                                    fresh: boolean;
                                    ageDays: number | null;
                                    freshnessDays: number | null;
                                    /** @enum {string} */
                                    transport: "https" | "http" | "https-unverified" | "file" | "operator";
                                    /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                                    sha256: string;
                                    row: number;
                                    cite: string | null;
                                    url: string;
                                };
                            }[];
                            /** @description The rule that decided; `disagree`, `stale`, `hold`, `none` left it open */
                            rule: string;
                            why: {
                                en: string;
                                zh: string;
                            };
                        }[];
                        next: string | null;
                        /**
                         * Format: date
                         * @description A day in Asia/Shanghai, YYYY-MM-DD
                         */
                        asOf: string;
                        generation: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    receipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Question"];
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        receipt: {
                            /** @enum {number} */
                            version: 1;
                            issuer: string;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            issuedAt: string;
                            question: {
                                institution: {
                                    /**
                                     * @description Registry id, from an earlier answer
                                     * @example nobody-has-this-id
                                     */
                                    id?: string;
                                    /**
                                     * @description Number of the practice licence, 医疗机构登记号 (made-up example)
                                     * @example 00000000000000011A1001
                                     */
                                    licenceNumber?: string;
                                    /**
                                     * @description Unified social credit code, 统一社会信用代码 (made-up example)
                                     * @example 12000000000000000Q
                                     */
                                    uscc?: string;
                                    /**
                                     * @description Any name: Chinese, traditional, English, former, short
                                     * @example Ruijin Hospital
                                     */
                                    name?: string;
                                    /**
                                     * @description Province, in Chinese or English, narrows a name
                                     * @example Shanghai
                                     */
                                    province?: string;
                                    /**
                                     * @description City, in Chinese or English, narrows a name
                                     * @example 上海市
                                     */
                                    city?: string;
                                    /**
                                     * @description Street address, narrows a name
                                     * @example 瑞金二路197号
                                     */
                                    address?: string;
                                    /**
                                     * @description Website, narrows a name
                                     * @example https://hospital.example
                                     */
                                    website?: string;
                                    /**
                                     * @description Campus 院区
                                     * @example 总院
                                     */
                                    campus?: string;
                                };
                                practitioner?: {
                                    /**
                                     * @description Physician’s name; never without the institution or the certificate number
                                     * @example 示例医师
                                     */
                                    name?: string;
                                    /**
                                     * @description Practising certificate number 医师执业证书编码, 15 digits
                                     * @example 110310000000001
                                     */
                                    certificateNumber?: string;
                                    /**
                                     * @description Why you ask about a physician; required with one, and written down
                                     * @enum {string}
                                     */
                                    purpose?: "own-treatment" | "relative" | "referral" | "insurance" | "credentialing";
                                };
                                /**
                                 * @description What is to be done there: a code of /v1/technologies, or everyday words that mean one treatment (IVF, proton therapy)
                                 * @example G06
                                 */
                                service?: string;
                                /** @default [] */
                                claims: string[];
                                /**
                                 * Format: date
                                 * @description Answer for this day, YYYY-MM-DD in Asia/Shanghai; today if left out
                                 */
                                asOf?: string;
                                generation?: number;
                                /**
                                 * @description Language of the words; else Accept-Language, else en
                                 * @default en
                                 * @enum {string}
                                 */
                                lang: "en" | "zh";
                            };
                            verdict: components["schemas"]["Verdict"];
                            registryHash: string;
                            rows: {
                                source: string;
                                /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                                page: string;
                                row: number;
                                words: string | null;
                            }[];
                        };
                        seal: string;
                        log?: {
                            entry: string;
                            proof: string;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    receiptKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: ({
                            kid: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badge: {
        parameters: {
            query?: {
                /** @description The domain it is shown on, e.g. agency.example; else this service’s own */
                site?: string;
                /** @description else medium */
                size?: "seal" | "small" | "medium" | "large";
                /** @description else en */
                lang?: "en" | "zh" | "ru" | "ar" | "ja" | "ko";
                /** @description else auto: as the reader’s device has it */
                theme?: "light" | "dark" | "auto";
                /** @description An address or campus exactly as the lists print it */
                campus?: string;
                /** @description Treatment the badge speaks of: a code of /v1/technologies, or words that mean one */
                service?: string;
                /** @description Mark it speaks of instead of a treatment: a code of /v1/schemes, or words that mean one */
                claim?: string;
            };
            header?: never;
            path: {
                /** @description Id of the institution */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgeCode: {
        parameters: {
            query?: {
                /** @description The domain it is shown on, e.g. agency.example; else this service’s own */
                site?: string;
                /** @description else medium */
                size?: "seal" | "small" | "medium" | "large";
                /** @description else en */
                lang?: "en" | "zh" | "ru" | "ar" | "ja" | "ko";
                /** @description else auto: as the reader’s device has it */
                theme?: "light" | "dark" | "auto";
                /** @description An address or campus exactly as the lists print it */
                campus?: string;
                /** @description Treatment the badge speaks of: a code of /v1/technologies, or words that mean one */
                service?: string;
                /** @description Mark it speaks of instead of a treatment: a code of /v1/schemes, or words that mean one */
                claim?: string;
            };
            header?: never;
            path: {
                /** @description Id of the institution */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgeShields: {
        parameters: {
            query?: {
                /** @description The domain it is shown on, e.g. agency.example; else this service’s own */
                site?: string;
                /** @description else medium */
                size?: "seal" | "small" | "medium" | "large";
                /** @description else en */
                lang?: "en" | "zh" | "ru" | "ar" | "ja" | "ko";
                /** @description else auto: as the reader’s device has it */
                theme?: "light" | "dark" | "auto";
                /** @description An address or campus exactly as the lists print it */
                campus?: string;
                /** @description Treatment the badge speaks of: a code of /v1/technologies, or words that mean one */
                service?: string;
                /** @description Mark it speaks of instead of a treatment: a code of /v1/schemes, or words that mean one */
                claim?: string;
            };
            header?: never;
            path: {
                /** @description Id of the institution */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {number} */
                        schemaVersion: 1;
                        label: string;
                        message: string;
                        color: string;
                        isError: boolean;
                        cacheSeconds: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgeFrame: {
        parameters: {
            query?: {
                /** @description The domain it is shown on, e.g. agency.example; else this service’s own */
                site?: string;
                /** @description else medium */
                size?: "seal" | "small" | "medium" | "large";
                /** @description else en */
                lang?: "en" | "zh" | "ru" | "ar" | "ja" | "ko";
                /** @description else auto: as the reader’s device has it */
                theme?: "light" | "dark" | "auto";
                /** @description An address or campus exactly as the lists print it */
                campus?: string;
                /** @description Treatment the badge speaks of: a code of /v1/technologies, or words that mean one */
                service?: string;
                /** @description Mark it speaks of instead of a treatment: a code of /v1/schemes, or words that mean one */
                claim?: string;
            };
            header?: never;
            path: {
                /** @description Id of the institution */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgePng: {
        parameters: {
            query?: {
                /** @description The domain it is shown on, e.g. agency.example; else this service’s own */
                site?: string;
                /** @description else medium */
                size?: "seal" | "small" | "medium" | "large";
                /** @description else en */
                lang?: "en" | "zh" | "ru" | "ar" | "ja" | "ko";
                /** @description else auto: as the reader’s device has it */
                theme?: "light" | "dark" | "auto";
                /** @description An address or campus exactly as the lists print it */
                campus?: string;
                /** @description Treatment the badge speaks of: a code of /v1/technologies, or words that mean one */
                service?: string;
                /** @description Mark it speaks of instead of a treatment: a code of /v1/schemes, or words that mean one */
                claim?: string;
            };
            header?: never;
            path: {
                /** @description Id of the institution */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgeElement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgeKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: ({
                            kid: string;
                            kty: string;
                            alg: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    oembed: {
        parameters: {
            query: {
                /** @description https://<this service>/hospitals/<id> or /check?id=<id>&service=<code> */
                url: string;
                /** @description json is offered; xml is answered 501 */
                format?: "json" | "xml";
                /** @description Pixels, e.g. 320 */
                maxwidth?: string;
                /** @description Pixels, e.g. 320 */
                maxheight?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        version: "1.0";
                        /** @enum {string} */
                        type: "rich";
                        provider_name: string;
                        provider_url: string;
                        title: string;
                        html: string;
                        width: number;
                        height: number;
                        /** @description Seconds */
                        cache_age: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            404: components["responses"]["Unknown"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            501: components["responses"]["NotOffered"];
            503: components["responses"]["NotNow"];
        };
    };
    sites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partner: string;
                        sites: {
                            domain: string;
                            /** @description True once it is proven: badges are issued for it */
                            bound: boolean;
                            provenOn: string | null;
                            /** @description The day on which the proof was last found */
                            seenOn: string | null;
                            /** @description An unproven domain is taken off file then */
                            waitsUntil: string | null;
                            /** @description Where the proof may stand; one of the three is enough */
                            proof?: {
                                dns: string;
                                file: string;
                                meta: string;
                            };
                        }[];
                    };
                };
            };
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    putSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domain: string;
                        /** @description True once it is proven: badges are issued for it */
                        bound: boolean;
                        provenOn: string | null;
                        /** @description The day on which the proof was last found */
                        seenOn: string | null;
                        /** @description An unproven domain is taken off file then */
                        waitsUntil: string | null;
                        /** @description Where the proof may stand; one of the three is enough */
                        proof?: {
                            dns: string;
                            file: string;
                            meta: string;
                        };
                        warnings: string[];
                    };
                };
            };
            /** @description Added */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domain: string;
                        /** @description True once it is proven: badges are issued for it */
                        bound: boolean;
                        provenOn: string | null;
                        /** @description The day on which the proof was last found */
                        seenOn: string | null;
                        /** @description An unproven domain is taken off file then */
                        waitsUntil: string | null;
                        /** @description Where the proof may stand; one of the three is enough */
                        proof?: {
                            dns: string;
                            file: string;
                            meta: string;
                        };
                        warnings: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    removeSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgeCredential: {
        parameters: {
            query?: {
                /** @description The domain it is shown on, e.g. agency.example; else this service’s own */
                site?: string;
                /** @description else medium */
                size?: "seal" | "small" | "medium" | "large";
                /** @description else en */
                lang?: "en" | "zh" | "ru" | "ar" | "ja" | "ko";
                /** @description else auto: as the reader’s device has it */
                theme?: "light" | "dark" | "auto";
                /** @description An address or campus exactly as the lists print it */
                campus?: string;
                /** @description Treatment the badge speaks of: a code of /v1/technologies, or words that mean one */
                service?: string;
                /** @description Mark it speaks of instead of a treatment: a code of /v1/schemes, or words that mean one */
                claim?: string;
                /** @description By what it is signed: else EdDSA; wallets mostly read ES256 */
                alg?: "EdDSA" | "ES256";
            };
            header?: never;
            path: {
                /** @description Id of the institution */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/dc+sd-jwt": string;
                    "application/vc+sd-jwt": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgeStatusList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vc+jwt": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgeTokenStatusList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/statuslist+jwt": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    credentialType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        vct: string;
                        name: string;
                        claims: ({
                            path: string[];
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    badgeIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    ETag: components["headers"]["ETag"];
                    "X-Licet-Status": components["headers"]["X-Licet-Status"];
                    "X-Licet-Problem": components["headers"]["X-Licet-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        issuer: string;
                        jwks_uri: string;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NoLiveKey"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    batches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batches: components["schemas"]["Batch"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    addBatch: {
        parameters: {
            query?: {
                /** @description What the list is called; in messages and in the result */
                file?: string;
                /** @description Language of answers and problems; else Accept-Language */
                lang?: "en" | "zh";
                /** @description Your own heading for a field: name=Krankenhaus; repeatable */
                column?: string | string[];
                /** @description A treatment for every row whose own cell is empty */
                service?: string;
                /** @description Marks or titles for every row whose own cell is empty; repeatable */
                claim?: string | string[];
                /** @description A day for every row whose own cell is empty */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/json": string;
                "application/x-ndjson": string;
                "application/octet-stream": string;
                "multipart/form-data": string;
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Taken */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["CannotBeTaken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    removeBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    cancelBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    batchRows: {
        parameters: {
            query?: {
                /** @description How many rows to pass over */
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            sheet: string | null;
                            /** @description As the file or the sheet counts, from 1 */
                            line: number;
                            hidden: boolean;
                            given: {
                                [key: string]: string;
                            };
                            result: {
                                /** @description null: the row could not be read; `problem` says why. Where that is the treatment or a mark alone, who is meant and the licence stand beside it */
                                outcome: ("confirmed" | "limited" | "refuted" | "unknown" | "ambiguous") | null;
                                /** @description The outcome, as badges and pages tell it: `prohibited` where `refuted` rests on a ban, `expired` where it rests on a term that ended */
                                state: ("confirmed" | "limited" | "refuted" | "unknown" | "ambiguous" | "prohibited" | "expired") | null;
                                /** @description The verdict in one sentence; without an outcome, what is known of the part that could be read */
                                answer: string | null;
                                /** @description Where more than one institution could be meant: the likeliest three */
                                candidates: {
                                    id: string;
                                    nameZh: string | null;
                                    nameEn: string | null;
                                    province: string | null;
                                    city: string | null;
                                }[];
                                /** @description How many more than these could be meant */
                                moreCandidates: number;
                                /** @description The institution that was taken to be meant */
                                nameZh: string | null;
                                nameEn: string | null;
                                id: string | null;
                                /** @description The practice licence in one sentence */
                                licence: string | null;
                                /** @description Address of what it rests on */
                                evidence: string | null;
                                lastKnown: string | null;
                                /** @description The first day on which this answer may read differently */
                                nextDue: string | null;
                                /** @description What is wrong with the row, by column */
                                problem: string | null;
                            } | null;
                        }[];
                        /** @description `after` of the rows that follow; null where there are none yet */
                        next: number | null;
                        batch: components["schemas"]["Batch"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    batchResult: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv" | "json" | "ndjson";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                    "application/json": {
                        file: string;
                        /** @enum {string} */
                        lang: "en" | "zh";
                        generation: number | null;
                        asOf: string | null;
                        policyVersion: string;
                        notes: string[];
                        rows: {
                            sheet: string | null;
                            /** @description As the file or the sheet counts, from 1 */
                            line: number;
                            hidden: boolean;
                            given: {
                                [key: string]: string;
                            };
                            result: {
                                /** @description null: the row could not be read; `problem` says why. Where that is the treatment or a mark alone, who is meant and the licence stand beside it */
                                outcome: ("confirmed" | "limited" | "refuted" | "unknown" | "ambiguous") | null;
                                /** @description The outcome, as badges and pages tell it: `prohibited` where `refuted` rests on a ban, `expired` where it rests on a term that ended */
                                state: ("confirmed" | "limited" | "refuted" | "unknown" | "ambiguous" | "prohibited" | "expired") | null;
                                /** @description The verdict in one sentence; without an outcome, what is known of the part that could be read */
                                answer: string | null;
                                /** @description Where more than one institution could be meant: the likeliest three */
                                candidates: {
                                    id: string;
                                    nameZh: string | null;
                                    nameEn: string | null;
                                    province: string | null;
                                    city: string | null;
                                }[];
                                /** @description How many more than these could be meant */
                                moreCandidates: number;
                                /** @description The institution that was taken to be meant */
                                nameZh: string | null;
                                nameEn: string | null;
                                id: string | null;
                                /** @description The practice licence in one sentence */
                                licence: string | null;
                                /** @description Address of what it rests on */
                                evidence: string | null;
                                lastKnown: string | null;
                                /** @description The first day on which this answer may read differently */
                                nextDue: string | null;
                                /** @description What is wrong with the row, by column */
                                problem: string | null;
                            } | null;
                        }[];
                        summary: {
                            rows: number;
                            /** @description Rows that could not be read */
                            bad: number;
                            /** @description Rows not answered */
                            waiting: number;
                            confirmed: number;
                            limited: number;
                            refuted: number;
                            unknown: number;
                            ambiguous: number;
                            /**
                             * @description Of the refuted: what was asked is prohibited by law
                             * @default 0
                             */
                            prohibited: number;
                            /**
                             * @description Of the refuted: a term that ended
                             * @default 0
                             */
                            expired: number;
                        };
                    };
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    watches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        watches: components["schemas"]["Watch"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    addWatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    lang?: "en" | "zh";
                    tell?: ("verdict" | "name" | "licence" | "evidence")[];
                    entries: {
                        /**
                         * @description Registry id, from an earlier answer
                         * @example nobody-has-this-id
                         */
                        id?: string;
                        /**
                         * @description Number of the practice licence, 医疗机构登记号 (made-up example)
                         * @example 00000000000000011A1001
                         */
                        licenceNumber?: string;
                        /**
                         * @description Unified social credit code, 统一社会信用代码 (made-up example)
                         * @example 12000000000000000Q
                         */
                        uscc?: string;
                        /**
                         * @description Any name: Chinese, traditional, English, former, short
                         * @example Ruijin Hospital
                         */
                        name?: string;
                        /**
                         * @description Province, in Chinese or English, narrows a name
                         * @example Shanghai
                         */
                        province?: string;
                        /**
                         * @description City, in Chinese or English, narrows a name
                         * @example 上海市
                         */
                        city?: string;
                        /**
                         * @description Street address, narrows a name
                         * @example 瑞金二路197号
                         */
                        address?: string;
                        /**
                         * @description Website, narrows a name
                         * @example https://hospital.example
                         */
                        website?: string;
                        /**
                         * @description Campus 院区
                         * @example 总院
                         */
                        campus?: string;
                        /**
                         * @description What is to be done there: a code of /v1/technologies, or everyday words that mean one treatment (IVF, proton therapy)
                         * @example G06
                         */
                        service?: string;
                        /**
                         * @description What the institution says of itself: a code of /v1/schemes, `licence`, `grade:3A` …, or the words for one (JCI, 三甲); repeatable or separated by commas
                         * @example jci
                         */
                        claim?: string | string[];
                        /** @description Your own number for it */
                        reference?: string;
                    }[];
                } | {
                    name?: string;
                    /** @enum {string} */
                    lang?: "en" | "zh";
                    tell?: ("verdict" | "name" | "licence" | "evidence")[];
                    /** @description Id of a finished list */
                    batch: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        lang: "en" | "zh";
                        tell: ("verdict" | "name" | "licence" | "evidence")[];
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        createdAt: string;
                        entries: number;
                        /** @description Entries that were not asked yet; their first answer is no event */
                        waiting: number;
                        /** @description How many events it has had: the number of the newest */
                        events: number;
                        /** @description Rows of the named list that cannot be watched: unreadable ones, and those that ask about a day */
                        leftOut: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    watch: {
        parameters: {
            query?: {
                /** @description Number of the last entry seen */
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        lang: "en" | "zh";
                        tell: ("verdict" | "name" | "licence" | "evidence")[];
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        createdAt: string;
                        entries: number;
                        /** @description Entries that were not asked yet; their first answer is no event */
                        waiting: number;
                        /** @description How many events it has had: the number of the newest */
                        events: number;
                        page: {
                            number: number;
                            reference: string | null;
                            question: {
                                institution: {
                                    /**
                                     * @description Registry id, from an earlier answer
                                     * @example nobody-has-this-id
                                     */
                                    id?: string;
                                    /**
                                     * @description Number of the practice licence, 医疗机构登记号 (made-up example)
                                     * @example 00000000000000011A1001
                                     */
                                    licenceNumber?: string;
                                    /**
                                     * @description Unified social credit code, 统一社会信用代码 (made-up example)
                                     * @example 12000000000000000Q
                                     */
                                    uscc?: string;
                                    /**
                                     * @description Any name: Chinese, traditional, English, former, short
                                     * @example Ruijin Hospital
                                     */
                                    name?: string;
                                    /**
                                     * @description Province, in Chinese or English, narrows a name
                                     * @example Shanghai
                                     */
                                    province?: string;
                                    /**
                                     * @description City, in Chinese or English, narrows a name
                                     * @example 上海市
                                     */
                                    city?: string;
                                    /**
                                     * @description Street address, narrows a name
                                     * @example 瑞金二路197号
                                     */
                                    address?: string;
                                    /**
                                     * @description Website, narrows a name
                                     * @example https://hospital.example
                                     */
                                    website?: string;
                                    /**
                                     * @description Campus 院区
                                     * @example 总院
                                     */
                                    campus?: string;
                                };
                                /**
                                 * @description What is to be done there: a code of /v1/technologies, or everyday words that mean one treatment (IVF, proton therapy)
                                 * @example G06
                                 */
                                service?: string;
                                /** @default [] */
                                claims: string[];
                            };
                            /** @description What was told last; null until it was asked for the first time */
                            told: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                summary: string;
                                /** @enum {string} */
                                match: "exact" | "strong" | "ambiguous" | "branch-not-on-record" | "lookalike" | "none";
                                id: string | null;
                                name: {
                                    zh: string | null;
                                    en: string | null;
                                } | null;
                                asked: {
                                    /** @description The code asked about; `practitioner` for a physician */
                                    ask: string;
                                    /**
                                     * @description `implied` only where the licence itself was asked
                                     * @enum {string}
                                     */
                                    result: "met" | "implied" | "not-met" | "unknown";
                                    status: string | null;
                                    sentence: string;
                                }[];
                                licence: {
                                    /**
                                     * @description `implied`: by an official list or a decision, not read in a register
                                     * @enum {string}
                                     */
                                    result: "met" | "implied" | "not-met" | "unknown";
                                    status: string | null;
                                    sentence: string;
                                };
                                /** @description The lists that the answer rests on, each with its newest date */
                                evidence: {
                                    source: string;
                                    asOf: string | null;
                                }[];
                                reasons: {
                                    code: string;
                                    text: string;
                                }[];
                                generation: number;
                                policyVersion: string;
                                /**
                                 * Format: date
                                 * @description A day in Asia/Shanghai, YYYY-MM-DD
                                 */
                                asOf: string;
                            } | null;
                        }[];
                        /** @description Ask on with `after`; null at the end */
                        next: number | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    removeWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    watchEvents: {
        parameters: {
            query?: {
                /** @description `next` of the last answer */
                since?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: components["schemas"]["WatchEvent"][];
                        /** @description Ask on with `since`: at once where `more` is true, else after the next night */
                        next: number;
                        more: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        since: string;
                        /** @description Why nothing is sent any more; null while it is */
                        stopped: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    putWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                };
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        since: string;
                        /** @description Why nothing is sent any more; null while it is */
                        stopped: string | null;
                        /** @description Shown this once: what checks the signatures of all that is sent */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    startWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        since: string;
                        /** @description Why nothing is sent any more; null while it is */
                        stopped: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queued: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    replayWebhook: {
        parameters: {
            query: {
                since: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queued: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    webhookDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: {
                            /** @description Number of the event; 0 for a test */
                            event: number;
                            /** @enum {string} */
                            state: "waiting" | "delivered" | "given-up";
                            attempts: number;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            nextAt: string;
                            lastAt: string | null;
                            /** @description What the receiver answered last: its status, or the trouble */
                            last: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whoever has this address reads the events: keep it secret; POST makes another */
                        url: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        since: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    putFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whoever has this address reads the events: keep it secret; POST makes another */
                        url: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        since: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    removeFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    mail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        askedAt: string;
                        /** @description When its reader said yes; null: only the question was sent */
                        confirmedAt: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    putMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                };
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        askedAt: string;
                        /** @description When its reader said yes; null: only the question was sent */
                        confirmedAt: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    removeMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    pendingCaptures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pending: {
                            id: number;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            at: string;
                            /** @description Who looked */
                            by: string;
                            source: string;
                            rows: {
                                row: number;
                                fields: {
                                    [key: string]: string;
                                };
                            }[];
                            /** @description The key of a row that is taken back, which `rows` shows; null where rows are recorded */
                            withdraws: string | null;
                            because: string | null;
                            /** @description Answers that become others by it */
                            answers: {
                                institution: string;
                                title: {
                                    zh: string | null;
                                    en: string | null;
                                };
                                /** @description The treatment that is asked about; null: nothing but the institution */
                                service: string | null;
                                /** @description null: it is not on record yet */
                                before: {
                                    /** @enum {string} */
                                    outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                    /** @enum {string} */
                                    licence: "met" | "implied" | "not-met" | "unknown";
                                } | null;
                                /** @description null: it is not on record any more */
                                after: {
                                    /** @enum {string} */
                                    outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                    /** @enum {string} */
                                    licence: "met" | "implied" | "not-met" | "unknown";
                                } | null;
                                /** @description It becomes a no, which a second person has to look at */
                                negative: boolean;
                            }[];
                            /** @description The saved page, for looking at */
                            proof: {
                                /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                                sha256: string;
                                contentType: string;
                                url: string;
                            } | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    confirmCapture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        decision: "confirm" | "reject";
                        source: string;
                        by: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        /** @description The run that published it; null for a rejection */
                        run: number | null;
                        generation: number;
                        /** @description Whether answers come from it already */
                        answering: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    rejectCapture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept on record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        decision: "confirm" | "reject";
                        source: string;
                        by: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        /** @description The run that published it; null for a rejection */
                        run: number | null;
                        generation: number;
                        /** @description Whether answers come from it already */
                        answering: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    capturedRows: {
        parameters: {
            query?: {
                /** @description A number or a name, or a part of one */
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @description The key of the row on its list: say it to withdraw the row */
                            key: string;
                            names: string[];
                            /** @description The row as it was recorded */
                            fields: {
                                [key: string]: string;
                            };
                            /** @description The day the row is judged by */
                            asOf: string | null;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            recordedAt: string;
                            institution: string | null;
                            /** @description The row as it is kept; `/v1/operator/pages/{sha256}` shows it */
                            sha256: string;
                        }[];
                        /** @description Whether further rows follow: ask again with `offset` */
                        more: boolean;
                        /** @description What was taken back of this register, newest first, at most 50 */
                        withdrawn: {
                            key: string;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            at: string;
                            by: string;
                            because: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    withdrawCapture: {
        parameters: {
            query?: {
                dryRun?: string;
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The key of the row, as `rows` shows it */
                    key: string;
                    /** @description Why the row was never right; kept on record */
                    because: string;
                };
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        key: string;
                        /** @description The row as it stands, or stood */
                        row: {
                            /** @description The key of the row on its list: say it to withdraw the row */
                            key: string;
                            names: string[];
                            /** @description The row as it was recorded */
                            fields: {
                                [key: string]: string;
                            };
                            /** @description The day the row is judged by */
                            asOf: string | null;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            recordedAt: string;
                            institution: string | null;
                            /** @description The row as it is kept; `/v1/operator/pages/{sha256}` shows it */
                            sha256: string;
                        };
                        withdrawn: boolean;
                        by: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        /** @description Answers that become others by it */
                        answers: {
                            institution: string;
                            title: {
                                zh: string | null;
                                en: string | null;
                            };
                            /** @description The treatment that is asked about; null: nothing but the institution */
                            service: string | null;
                            /** @description null: it is not on record yet */
                            before: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description null: it is not on record any more */
                            after: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description It becomes a no, which a second person has to look at */
                            negative: boolean;
                        }[];
                        /** @description The number under which it waits for a second person, since an answer becomes a no or stops being one */
                        pending: number | null;
                        /** @description The run of /v1/runs that published it */
                        run: number | null;
                        generation: number;
                        /** @description Whether answers come from it already */
                        answering: boolean;
                    };
                };
            };
            /** @description It waits for a second person under `pending` */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        key: string;
                        /** @description The row as it stands, or stood */
                        row: {
                            /** @description The key of the row on its list: say it to withdraw the row */
                            key: string;
                            names: string[];
                            /** @description The row as it was recorded */
                            fields: {
                                [key: string]: string;
                            };
                            /** @description The day the row is judged by */
                            asOf: string | null;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            recordedAt: string;
                            institution: string | null;
                            /** @description The row as it is kept; `/v1/operator/pages/{sha256}` shows it */
                            sha256: string;
                        };
                        withdrawn: boolean;
                        by: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        /** @description Answers that become others by it */
                        answers: {
                            institution: string;
                            title: {
                                zh: string | null;
                                en: string | null;
                            };
                            /** @description The treatment that is asked about; null: nothing but the institution */
                            service: string | null;
                            /** @description null: it is not on record yet */
                            before: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description null: it is not on record any more */
                            after: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description It becomes a no, which a second person has to look at */
                            negative: boolean;
                        }[];
                        /** @description The number under which it waits for a second person, since an answer becomes a no or stops being one */
                        pending: number | null;
                        /** @description The run of /v1/runs that published it */
                        run: number | null;
                        generation: number;
                        /** @description Whether answers come from it already */
                        answering: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    captures: {
        parameters: {
            query?: {
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        captures: {
                            source: string;
                            title: string;
                            authority: string;
                            /** @description Set where rows are not taken here, and says where instead */
                            closed: string | null;
                            url: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    captureQueue: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queue: {
                            institution: string;
                            title: {
                                zh: string | null;
                                en: string | null;
                            };
                            place: string;
                            /** @description The register */
                            source: string;
                            /** @description What the register is called */
                            register: {
                                en: string;
                                zh: string;
                            };
                            /**
                             * Format: uri
                             * @description The address to open
                             */
                            open: string;
                            /** @description What to do there */
                            type: {
                                en: string;
                                zh: string;
                            } | null;
                            /** @description The exact words to copy */
                            words: {
                                /** @enum {string} */
                                kind: "name" | "licence-number" | "uscc" | "province";
                                value: string;
                            }[];
                            /** @description Most urgent first */
                            why: ("watched" | "asked-for" | "too-old" | "soon-too-old" | "well-known")[];
                            /** @description How often it is watched */
                            watched: number;
                            /** @description How often it was asked for in the last five weeks */
                            asked: number;
                            /** @description Until when the row captured last may decide */
                            due: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    captureDesk: {
        parameters: {
            query?: {
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        title: string;
                        authority: string;
                        /**
                         * Format: uri
                         * @description The address to open
                         */
                        open: string;
                        /** @description What to type there */
                        type: string | null;
                        /** @description Days for which a captured row may decide */
                        freshnessDays: number | null;
                        closed: string | null;
                        fields: {
                            column: string;
                            label: string;
                            /** @enum {string} */
                            kind: "text" | "list" | "date" | "licence-number" | "uscc" | "practising-certificate" | "insurance-code";
                            meaning: string;
                            required: boolean;
                        }[];
                        templates: {
                            csv: string;
                            xlsx: string;
                        };
                        limits: {
                            pageBytes: number;
                            fileBytes: number;
                            fileRows: number;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    capture: {
        parameters: {
            query?: {
                /** @description true: show what would change, write nothing */
                dryRun?: "true" | "false";
                /** @description true: take the good rows though others are not */
                partial?: "true" | "false";
            };
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Column → value, as the page prints it */
                    fields?: {
                        [key: string]: string;
                    };
                    rows?: {
                        /** @description Column → value, as the page prints it */
                        fields: {
                            [key: string]: string;
                        };
                        /** @description The date the page itself prints as its state */
                        asOf?: string;
                    }[];
                    /** @description The date the page itself prints as its state */
                    asOf?: string;
                    /** @description The day you looked; today where it is left out. Dates the row where the page prints no date */
                    lookedOn?: string;
                    /** @description Fields that are not given are read off the saved page; `fields` may be left out */
                    read?: boolean;
                    /** @description Take it although the saved page shows another number; wants `because` */
                    force?: boolean;
                    /** @description Why it is right all the same; kept on record */
                    because?: string;
                } | {
                    /** @description The JSON body, as a part of the form */
                    capture?: string;
                    /**
                     * Format: binary
                     * @description The saved page: a file .html, .pdf or .png, or its text as .txt
                     */
                    page?: string;
                    /**
                     * Format: binary
                     * @description Many rows: a CSV or XLSX file
                     */
                    file?: string;
                };
                "multipart/form-data": {
                    /** @description Column → value, as the page prints it */
                    fields?: {
                        [key: string]: string;
                    };
                    rows?: {
                        /** @description Column → value, as the page prints it */
                        fields: {
                            [key: string]: string;
                        };
                        /** @description The date the page itself prints as its state */
                        asOf?: string;
                    }[];
                    /** @description The date the page itself prints as its state */
                    asOf?: string;
                    /** @description The day you looked; today where it is left out. Dates the row where the page prints no date */
                    lookedOn?: string;
                    /** @description Fields that are not given are read off the saved page; `fields` may be left out */
                    read?: boolean;
                    /** @description Take it although the saved page shows another number; wants `because` */
                    force?: boolean;
                    /** @description Why it is right all the same; kept on record */
                    because?: string;
                } | {
                    /** @description The JSON body, as a part of the form */
                    capture?: string;
                    /**
                     * Format: binary
                     * @description The saved page: a file .html, .pdf or .png, or its text as .txt
                     */
                    page?: string;
                    /**
                     * Format: binary
                     * @description Many rows: a CSV or XLSX file
                     */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        recorded: boolean;
                        by: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        rows: {
                            /** @description Line of the file (its header is 1), or place in the body, from 1 */
                            row: number;
                            /** @enum {string} */
                            state: "good" | "not-taken";
                            key: string | null;
                            problems: string[];
                            warnings: string[];
                            /** @description Columns whose values the saved page does not show */
                            notInProof: string[];
                            /** @description With `read`: what the saved page shows, field by field */
                            read: {
                                column: string;
                                /**
                                 * @description `proposed`: a picture seems to show it; it counts once it is sent as a field
                                 * @enum {string}
                                 */
                                state: "read" | "proposed" | "ambiguous" | "not-found";
                                value: string;
                                /** @description Several where the page contradicts itself */
                                values: string[];
                                /** @description The words of the page in which it stands */
                                where: string;
                            }[];
                            /** @description The day the row is judged by: typed (`given`), in the row (`row`), stated by the page (`page`), or the day of the look (`look`) */
                            dated: {
                                /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                                asOf: string;
                                /** @enum {string} */
                                from: "given" | "row" | "page" | "look" | "none";
                            } | null;
                            changes: {
                                column: string;
                                before: string | null;
                                after: string;
                            }[];
                            /** @description The row as it is kept */
                            sha256: string | null;
                        }[];
                        proof: {
                            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                            sha256: string;
                            contentType: string;
                            bytes: number;
                        } | null;
                        /** @description Answers that become others by it */
                        answers: {
                            institution: string;
                            title: {
                                zh: string | null;
                                en: string | null;
                            };
                            /** @description The treatment that is asked about; null: nothing but the institution */
                            service: string | null;
                            /** @description null: it is not on record yet */
                            before: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description null: it is not on record any more */
                            after: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description It becomes a no, which a second person has to look at */
                            negative: boolean;
                        }[];
                        /** @description The number under which it waits for a second person, since an answer becomes a no */
                        pending: number | null;
                        /** @description The run of /v1/runs that recorded it; null for a dry run */
                        run: number | null;
                        /** @description The generation that holds it */
                        generation: number;
                        /** @description Whether answers come from it already; false while its names are still being indexed */
                        answering: boolean;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        recorded: boolean;
                        by: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        rows: {
                            /** @description Line of the file (its header is 1), or place in the body, from 1 */
                            row: number;
                            /** @enum {string} */
                            state: "good" | "not-taken";
                            key: string | null;
                            problems: string[];
                            warnings: string[];
                            /** @description Columns whose values the saved page does not show */
                            notInProof: string[];
                            /** @description With `read`: what the saved page shows, field by field */
                            read: {
                                column: string;
                                /**
                                 * @description `proposed`: a picture seems to show it; it counts once it is sent as a field
                                 * @enum {string}
                                 */
                                state: "read" | "proposed" | "ambiguous" | "not-found";
                                value: string;
                                /** @description Several where the page contradicts itself */
                                values: string[];
                                /** @description The words of the page in which it stands */
                                where: string;
                            }[];
                            /** @description The day the row is judged by: typed (`given`), in the row (`row`), stated by the page (`page`), or the day of the look (`look`) */
                            dated: {
                                /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                                asOf: string;
                                /** @enum {string} */
                                from: "given" | "row" | "page" | "look" | "none";
                            } | null;
                            changes: {
                                column: string;
                                before: string | null;
                                after: string;
                            }[];
                            /** @description The row as it is kept */
                            sha256: string | null;
                        }[];
                        proof: {
                            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                            sha256: string;
                            contentType: string;
                            bytes: number;
                        } | null;
                        /** @description Answers that become others by it */
                        answers: {
                            institution: string;
                            title: {
                                zh: string | null;
                                en: string | null;
                            };
                            /** @description The treatment that is asked about; null: nothing but the institution */
                            service: string | null;
                            /** @description null: it is not on record yet */
                            before: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description null: it is not on record any more */
                            after: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description It becomes a no, which a second person has to look at */
                            negative: boolean;
                        }[];
                        /** @description The number under which it waits for a second person, since an answer becomes a no */
                        pending: number | null;
                        /** @description The run of /v1/runs that recorded it; null for a dry run */
                        run: number | null;
                        /** @description The generation that holds it */
                        generation: number;
                        /** @description Whether answers come from it already; false while its names are still being indexed */
                        answering: boolean;
                    };
                };
            };
            /** @description It waits for a second person under `pending` */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        recorded: boolean;
                        by: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        rows: {
                            /** @description Line of the file (its header is 1), or place in the body, from 1 */
                            row: number;
                            /** @enum {string} */
                            state: "good" | "not-taken";
                            key: string | null;
                            problems: string[];
                            warnings: string[];
                            /** @description Columns whose values the saved page does not show */
                            notInProof: string[];
                            /** @description With `read`: what the saved page shows, field by field */
                            read: {
                                column: string;
                                /**
                                 * @description `proposed`: a picture seems to show it; it counts once it is sent as a field
                                 * @enum {string}
                                 */
                                state: "read" | "proposed" | "ambiguous" | "not-found";
                                value: string;
                                /** @description Several where the page contradicts itself */
                                values: string[];
                                /** @description The words of the page in which it stands */
                                where: string;
                            }[];
                            /** @description The day the row is judged by: typed (`given`), in the row (`row`), stated by the page (`page`), or the day of the look (`look`) */
                            dated: {
                                /** @description A date as its source prints it: 2025, 2025-06 or 2025-06-30 */
                                asOf: string;
                                /** @enum {string} */
                                from: "given" | "row" | "page" | "look" | "none";
                            } | null;
                            changes: {
                                column: string;
                                before: string | null;
                                after: string;
                            }[];
                            /** @description The row as it is kept */
                            sha256: string | null;
                        }[];
                        proof: {
                            /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                            sha256: string;
                            contentType: string;
                            bytes: number;
                        } | null;
                        /** @description Answers that become others by it */
                        answers: {
                            institution: string;
                            title: {
                                zh: string | null;
                                en: string | null;
                            };
                            /** @description The treatment that is asked about; null: nothing but the institution */
                            service: string | null;
                            /** @description null: it is not on record yet */
                            before: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description null: it is not on record any more */
                            after: {
                                /** @enum {string} */
                                outcome: "confirmed" | "limited" | "refuted" | "unknown" | "ambiguous";
                                /** @enum {string} */
                                licence: "met" | "implied" | "not-met" | "unknown";
                            } | null;
                            /** @description It becomes a no, which a second person has to look at */
                            negative: boolean;
                        }[];
                        /** @description The number under which it waits for a second person, since an answer becomes a no */
                        pending: number | null;
                        /** @description The run of /v1/runs that recorded it; null for a dry run */
                        run: number | null;
                        /** @description The generation that holds it */
                        generation: number;
                        /** @description Whether answers come from it already; false while its names are still being indexed */
                        answering: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["CannotBeTaken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    captureTemplateCSV: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    captureTemplateXLSX: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    refusals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refusals: {
                            /** @description The run of /v1/runs; decide under this number */
                            run: number | null;
                            source: string;
                            /**
                             * Format: date-time
                             * @description An instant, ISO 8601, UTC
                             */
                            at: string;
                            rows: number;
                            refusals: string[];
                            pages: {
                                /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                                sha256: string;
                                url: string;
                                contentType: string;
                            }[];
                            /** @description A person looked and upheld it */
                            upheld: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    keptPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    acceptRefused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept on record */
                    reason: string;
                    /** @description Needed where the run refused several sources */
                    source?: string;
                };
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        /** @enum {string} */
                        decision: "accept" | "refuse";
                        by: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        reason: string;
                        run: number;
                        generation: number;
                        /** @description Whether answers come from it already; false while its names are still being indexed */
                        answering: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    refuseRefused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept on record */
                    reason: string;
                    /** @description Needed where the run refused several sources */
                    source?: string;
                };
            };
        };
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        /** @enum {string} */
                        decision: "accept" | "refuse";
                        by: string;
                        /**
                         * Format: date-time
                         * @description An instant, ISO 8601, UTC
                         */
                        at: string;
                        reason: string;
                        run: number;
                        generation: number;
                        /** @description Whether answers come from it already; false while its names are still being indexed */
                        answering: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["Unknown"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["WrongType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
    operatorContradictions: {
        parameters: {
            query?: {
                /** @description Registry id to go on after, from `next` */
                after?: string;
                limit?: number;
                /** @description Language of the words; else Accept-Language */
                lang?: "en" | "zh";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contradictions: {
                            institution: {
                                id: string;
                                name: {
                                    zh: string | null;
                                    en: string | null;
                                    /** @description English words of ours for the Chinese name, where no English name is on record; never a name of the institution */
                                    translation?: string;
                                };
                                province: string | null;
                                city: string | null;
                                licenceNumber: string | null;
                                /** @enum {boolean} */
                                test?: true;
                            };
                            /** @enum {string} */
                            kind: "credential" | "grade" | "identifier";
                            about: string;
                            statements: {
                                says: string;
                                evidence: {
                                    /** @enum {string} */
                                    kind: "primary-register" | "official-list" | "law" | "issuer-notice" | "foreign-government-list" | "holder-claim" | "press" | "directory";
                                    /** @enum {string} */
                                    how: "fetched" | "captured" | "bundled";
                                    source: string;
                                    authority: string;
                                    asOf: string | null;
                                    /**
                                     * Format: date-time
                                     * @description An instant, ISO 8601, UTC
                                     */
                                    retrievedAt: string;
                                    fresh: boolean;
                                    ageDays: number | null;
                                    freshnessDays: number | null;
                                    /** @enum {string} */
                                    transport: "https" | "http" | "https-unverified" | "file" | "operator";
                                    /** @description SHA-256 of the bytes, in lower-case hexadecimal */
                                    sha256: string;
                                    row: number;
                                    cite: string | null;
                                    url: string;
                                };
                                /** @description The row’s own words, whatever the rights let be shown */
                                words: {
                                    [key: string]: string;
                                } | null;
                                /** @description Where the kept page can be looked at */
                                page: string | null;
                            }[];
                            /** @description The rule that decided; `disagree`, `stale`, `hold`, `none` left it open */
                            rule: string;
                            why: {
                                en: string;
                                zh: string;
                            };
                        }[];
                        next: string | null;
                        /**
                         * Format: date
                         * @description A day in Asia/Shanghai, YYYY-MM-DD
                         */
                        asOf: string;
                        generation: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoLiveKey"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotNow"];
        };
    };
}
