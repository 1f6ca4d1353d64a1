import chromium from '@sparticuz/chromium';

/** A process of its own that unpacks the browser into TMPDIR: the package knows no other way to be told where. */
await chromium.executablePath();
