<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>octavo::ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>octavo::BookmarksExchange</name>
    <message>
        <source>Export Bookmarks</source>
        <translation>Lesezeichen exportieren</translation>
    </message>
    <message>
        <source>Bookmarks (*.json)</source>
        <translation>Lesezeichen (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import Bookmarks</source>
        <translation>Lesezeichen importieren</translation>
    </message>
    <message>
        <source>Exporting bookmarks</source>
        <translation>Lesezeichen exportieren</translation>
    </message>
    <message>
        <source>Bookmarks exported to “%1”: %2.</source>
        <translation>Lesezeichen nach „%1“ exportiert: %2.</translation>
    </message>
    <message>
        <source>Importing bookmarks</source>
        <translation>Lesezeichen importieren</translation>
    </message>
    <message>
        <source>%1 of %2 bookmarks lie beyond the end of this document, which has %3 bytes.</source>
        <translation>%1 von %2 Lesezeichen liegen hinter dem Ende dieses Dokuments, das %3 Bytes hat.</translation>
    </message>
    <message>
        <source>They were made in one of %1 bytes.</source>
        <translation>Sie wurden in einem von %1 Bytes gesetzt.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>&amp;Import the Other %1</source>
        <translation>Die übrigen %1 &amp;importieren</translation>
    </message>
    <message>
        <source>Bookmarks imported: %1.</source>
        <translation>Lesezeichen importiert: %1.</translation>
    </message>
    <message>
        <source>Already there: %1.</source>
        <translation>Schon vorhanden: %1.</translation>
    </message>
</context>
<context>
    <name>octavo::BookmarksFileText</name>
    <message>
        <source>“%1”, bookmark %2: %3 Nothing was imported; correct the file.</source>
        <translation>„%1“, Lesezeichen %2: %3 Nichts wurde importiert; berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>“%1” is longer than %2. No file of bookmarks is.</source>
        <translation>„%1“ ist länger als %2. So lang ist keine Datei mit Lesezeichen.</translation>
    </message>
    <message>
        <source>“%1” is no JSON text from byte %2 on. Nothing was imported.</source>
        <translation>„%1“ ist ab Byte %2 kein JSON-Text. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>“%1” holds no bookmarks of Octavo. Choose a file that was exported from the Bookmarks panel.</source>
        <translation>„%1“ enthält keine Lesezeichen von Octavo. Wählen Sie eine Datei, die aus der Leiste „Lesezeichen“ exportiert wurde.</translation>
    </message>
    <message>
        <source>“%1” has bookmarks of another version of the format. Open it with the Octavo that wrote it.</source>
        <translation>„%1“ enthält Lesezeichen in einer anderen Fassung des Formats. Öffnen Sie die Datei mit dem Octavo, das sie geschrieben hat.</translation>
    </message>
    <message>
        <source>“%1” has more than %2 bookmarks. Split it into several files.</source>
        <translation>„%1“ enthält mehr als %2 Lesezeichen. Teilen Sie die Datei in mehrere.</translation>
    </message>
    <message>
        <source>this is no object in braces.</source>
        <translation>Das ist kein Objekt in geschweiften Klammern.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not known.</source>
        <translation>„%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>“%1” is no number of bytes, such as 64 or &quot;0x40&quot;.</source>
        <translation>„%1“ ist keine Anzahl von Bytes wie 64 oder &quot;0x40&quot;.</translation>
    </message>
    <message>
        <source>“%1” leads beyond every document.</source>
        <translation>„%1“ führt über jedes Dokument hinaus.</translation>
    </message>
    <message>
        <source>“%1” is no text, or holds control characters.</source>
        <translation>„%1“ ist kein Text oder enthält Steuerzeichen.</translation>
    </message>
    <message>
        <source>“%1” is too long.</source>
        <translation>„%1“ ist zu lang.</translation>
    </message>
    <message>
        <source>“%1” is no colour, such as &quot;#3a86c8&quot;.</source>
        <translation>„%1“ ist keine Farbe wie &quot;#3a86c8&quot;.</translation>
    </message>
    <message>
        <source>“%1” is none of the digits 0 to 9.</source>
        <translation>„%1“ ist keine der Ziffern 0 bis 9.</translation>
    </message>
    <message>
        <source>“%1” is that of another bookmark in the file.</source>
        <translation>„%1“ hat in der Datei schon ein anderes Lesezeichen.</translation>
    </message>
</context>
<context>
    <name>octavo::BookmarksModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Ctrl and this digit go there</source>
        <translation>Strg und diese Ziffer führen dorthin</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
</context>
<context>
    <name>octavo::BookmarksPanel</name>
    <message>
        <source>&amp;Add</source>
        <translation>Hin&amp;zufügen</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>&amp;Dorthin gehen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Colour …</source>
        <translation>&amp;Farbe …</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Bookmark the selection, or the byte at the caret</source>
        <translation>Lesezeichen für die Auswahl oder das Byte an der Schreibmarke setzen</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>Voriges Lesezeichen</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>Bookmark at %1</source>
        <translation>Lesezeichen bei %1</translation>
    </message>
    <message>
        <source>Colour of the Bookmark</source>
        <translation>Farbe des Lesezeichens</translation>
    </message>
    <message>
        <source>Go to Its &amp;Start</source>
        <translation>Zu seinem &amp;Anfang gehen</translation>
    </message>
    <message>
        <source>Set Range to Se&amp;lection</source>
        <translation>Be&amp;reich auf die Auswahl setzen</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Remove &amp;All …</source>
        <translation>&amp;Alle entfernen …</translation>
    </message>
    <message>
        <source>Filter by name, comment or offset</source>
        <translation>Nach Name, Kommentar oder Offset filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>&amp;Comment:</source>
        <translation>&amp;Kommentar:</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>Remove All Bookmarks</source>
        <translation>Alle Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Bookmarks in “%1”: %2. Undo does not bring them back.</source>
        <translation>Lesezeichen in „%1“: %2. Rückgängig bringt sie nicht zurück.</translation>
    </message>
    <message>
        <source>&amp;Remove All</source>
        <translation>&amp;Alle entfernen</translation>
    </message>
</context>
<context>
    <name>octavo::CImportDialog</name>
    <message>
        <source>Describe by C Declarations</source>
        <translation>Mit C-Deklarationen beschreiben</translation>
    </message>
    <message>
        <source>&amp;Make Description</source>
        <translation>Beschreibung &amp;erstellen</translation>
    </message>
    <message>
        <source>&amp;Packed, without gaps for alignment</source>
        <translation>&amp;Gepackt, ohne Lücken für die Ausrichtung</translation>
    </message>
    <message>
        <source>Little-endian</source>
        <translation>Little Endian</translation>
    </message>
    <message>
        <source>Big-endian</source>
        <translation>Big Endian</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>die letzte</translation>
    </message>
    <message>
        <source>&amp;C declarations:</source>
        <translation>&amp;C-Deklarationen:</translation>
    </message>
    <message>
        <source>&amp;ABI:</source>
        <translation>&amp;ABI:</translation>
    </message>
    <message>
        <source>&amp;Byte order:</source>
        <translation>&amp;Byte-Reihenfolge:</translation>
    </message>
    <message>
        <source>&amp;Structure to read:</source>
        <translation>Zu lesende &amp;Struktur:</translation>
    </message>
    <message>
        <source>&amp;Name of the description:</source>
        <translation>&amp;Name der Beschreibung:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>Beschreib&amp;ung:</translation>
    </message>
    <message>
        <source>Paste structures, unions and enumerations of a C header.</source>
        <translation>Fügen Sie Strukturen, Unions und Aufzählungen aus einer C-Header-Datei ein.</translation>
    </message>
    <message>
        <source>Reading C declarations</source>
        <translation>C-Deklarationen werden gelesen</translation>
    </message>
    <message>
        <source>The editor opens with this description.</source>
        <translation>Mit dieser Beschreibung öffnet sich der Editor.</translation>
    </message>
    <message>
        <source>Line %1, column %2: expected %3.</source>
        <translation>Zeile %1, Spalte %2: erwartet: %3.</translation>
    </message>
    <message>
        <source>There is no structure and no union in these declarations.</source>
        <translation>In diesen Deklarationen gibt es keine Struktur und keine Union.</translation>
    </message>
    <message>
        <source>There is no structure and no union called “%1”.</source>
        <translation>Es gibt keine Struktur und keine Union namens „%1“.</translation>
    </message>
    <message>
        <source>These declarations are too many or too large. Leave out what the structure does not need.</source>
        <translation>Diese Deklarationen sind zu viele oder zu groß. Lassen Sie weg, was die Struktur nicht braucht.</translation>
    </message>
</context>
<context>
    <name>octavo::ChangesModel</name>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>octavo::ChangesPanel</name>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>&amp;Dorthin gehen</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorige Änderung</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Forget what changed; the bytes stay as they are</source>
        <translation>Vergessen, was sich geändert hat; die Bytes bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>What changed in the file is listed here when it is loaded again.</source>
        <translation>Was sich in der Datei geändert hat, steht hier, wenn sie neu geladen wird.</translation>
    </message>
    <message>
        <source>Places where the file changed: %1</source>
        <translation>Stellen, an denen sich die Datei geändert hat: %1</translation>
    </message>
</context>
<context>
    <name>octavo::CodecTitles</name>
    <message>
        <source>Half float</source>
        <translation>Halbe Gleitkommazahl</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Gleitkommazahl (float)</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>Gleitkommazahl (double)</translation>
    </message>
    <message>
        <source>Extended 80-bit</source>
        <translation>Erweitert, 80 Bit</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Unsigned LEB128</source>
        <translation>LEB128 ohne Vorzeichen</translation>
    </message>
    <message>
        <source>Signed LEB128</source>
        <translation>LEB128 mit Vorzeichen</translation>
    </message>
    <message>
        <source>UTF-8 character</source>
        <translation>UTF-8-Zeichen</translation>
    </message>
    <message>
        <source>UTF-16 character</source>
        <translation>UTF-16-Zeichen</translation>
    </message>
    <message>
        <source>UTF-32 character</source>
        <translation>UTF-32-Zeichen</translation>
    </message>
    <message>
        <source>Unix time 32-bit</source>
        <translation>Unix-Zeit, 32 Bit</translation>
    </message>
    <message>
        <source>Unix time 64-bit</source>
        <translation>Unix-Zeit, 64 Bit</translation>
    </message>
    <message>
        <source>Windows FILETIME</source>
        <translation>Windows FILETIME</translation>
    </message>
    <message>
        <source>DOS date and time</source>
        <translation>DOS-Datum und -Uhrzeit</translation>
    </message>
    <message>
        <source>OLE date</source>
        <translation>OLE-Datum</translation>
    </message>
    <message>
        <source>GUID</source>
        <translation>GUID</translation>
    </message>
    <message>
        <source>IPv4 address</source>
        <translation>IPv4-Adresse</translation>
    </message>
    <message>
        <source>IPv6 address</source>
        <translation>IPv6-Adresse</translation>
    </message>
    <message>
        <source>Colour RGB</source>
        <translation>Farbe RGB</translation>
    </message>
    <message>
        <source>Colour RGBA</source>
        <translation>Farbe RGBA</translation>
    </message>
    <message>
        <source>Unsigned %1-bit</source>
        <translation>%1 Bit ohne Vorzeichen</translation>
    </message>
    <message>
        <source>Signed %1-bit</source>
        <translation>%1 Bit mit Vorzeichen</translation>
    </message>
</context>
<context>
    <name>octavo::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Type the name of a command</source>
        <translation>Namen eines Befehls eingeben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>octavo::CopyAs</name>
    <message>
        <source>Copied as %1: %2 of text.</source>
        <translation>Als %1 kopiert: %2 Text.</translation>
    </message>
    <message>
        <source>As %1 the selection would be more than %2 of text, too much for the clipboard. Export it to a file, or select less.</source>
        <translation>Als %1 ergäbe die Auswahl mehr als %2 Text, zu viel für die Zwischenablage. Exportieren Sie sie in eine Datei oder wählen Sie weniger aus.</translation>
    </message>
    <message>
        <source>Copying as %1</source>
        <translation>Kopieren als %1</translation>
    </message>
    <message>
        <source>As %1 the selection would be more than %2 of text.</source>
        <translation>Als %1 wäre die Auswahl mehr als %2 Text.</translation>
    </message>
    <message>
        <source>&amp;Copy It Anyway</source>
        <translation>Trotzdem &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
</context>
<context>
    <name>octavo::DifferenceModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the Other</source>
        <translation>Im anderen</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Other Offset</source>
        <translation>Anderer Offset</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>anderer Wert</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>only in the other</source>
        <translation>nur im anderen</translation>
    </message>
    <message>
        <source>another length</source>
        <translation>andere Länge</translation>
    </message>
    <message>
        <source>another error</source>
        <translation>anderer Fehler</translation>
    </message>
</context>
<context>
    <name>octavo::DigestModel</name>
    <message>
        <source>%1 — stale: the document has changed since</source>
        <translation>%1 – veraltet: Das Dokument hat sich seitdem geändert</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Digest (stale)</source>
        <translation>Prüfsumme (veraltet)</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
</context>
<context>
    <name>octavo::DigestPanel</name>
    <message>
        <source>Chosen &amp;only</source>
        <translation>&amp;Nur gewählte</translation>
    </message>
    <message>
        <source>Copy &amp;All</source>
        <translation>Alle &amp;kopieren</translation>
    </message>
    <message>
        <source>Filter algorithms</source>
        <translation>Verfahren filtern</translation>
    </message>
    <message>
        <source>Paste a digest to compare</source>
        <translation>Prüfsumme zum Vergleichen einfügen</translation>
    </message>
    <message>
        <source>Co&amp;mpare with:</source>
        <translation>&amp;Vergleichen mit:</translation>
    </message>
    <message>
        <source>Digest to compare with</source>
        <translation>Prüfsumme zum Vergleichen</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Prüfsummen</translation>
    </message>
    <message>
        <source>&amp;Copy Digest</source>
        <translation>Prüfsumme &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;All Digests</source>
        <translation>&amp;Alle Prüfsummen kopieren</translation>
    </message>
    <message>
        <source>Computing digests of %1</source>
        <translation>Prüfsummen von %1 werden berechnet</translation>
    </message>
    <message>
        <source>Stopped; nothing was computed.</source>
        <translation>Angehalten; es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>No digest: the bytes at %1 cannot be read.</source>
        <translation>Keine Prüfsumme: Die Bytes bei %1 sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Go The&amp;re</source>
        <translation>Dorth&amp;in gehen</translation>
    </message>
    <message>
        <source>Of %1.</source>
        <translation>Von %1.</translation>
    </message>
    <message>
        <source>Stale: the document has changed since.</source>
        <translation>Veraltet: Das Dokument hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>Compute Aga&amp;in</source>
        <translation>Neu b&amp;erechnen</translation>
    </message>
    <message>
        <source>Digest Sele&amp;ction</source>
        <translation>Für die Aus&amp;wahl berechnen</translation>
    </message>
    <message>
        <source>Digest &amp;Whole Document</source>
        <translation>Für das ganze Dokumen&amp;t berechnen</translation>
    </message>
    <message>
        <source>A digest has only the digits 0–9 and a–f.</source>
        <translation>Eine Prüfsumme besteht nur aus den Ziffern 0–9 und a–f.</translation>
    </message>
    <message>
        <source>Matched %1 before the document changed.</source>
        <translation>Stimmte mit %1 überein, bevor sich das Dokument änderte.</translation>
    </message>
    <message>
        <source>Matches %1.</source>
        <translation>Stimmt mit %1 überein.</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>No match so far. By its length it could be %1.</source>
        <translation>Bisher keine Übereinstimmung. Der Länge nach könnte es %1 sein.</translation>
    </message>
    <message>
        <source>Chec&amp;k Those</source>
        <translation>Diese &amp;prüfen</translation>
    </message>
    <message>
        <source>No algorithm here gives digests of that length.</source>
        <translation>Kein Verfahren hier ergibt Prüfsummen dieser Länge.</translation>
    </message>
    <message>
        <source>Matches none of the digests.</source>
        <translation>Stimmt mit keiner der Prüfsummen überein.</translation>
    </message>
</context>
<context>
    <name>octavo::DocumentManager</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Untitled %1</source>
        <translation>Unbenannt %1</translation>
    </message>
    <message>
        <source>%1 (recovered)</source>
        <translation>%1 (wiederhergestellt)</translation>
    </message>
</context>
<context>
    <name>octavo::DocumentSaver</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
</context>
<context>
    <name>octavo::DocumentStructure</name>
    <message>
        <source>Reading the structure</source>
        <translation>Struktur wird gelesen</translation>
    </message>
</context>
<context>
    <name>octavo::DocumentView</name>
    <message>
        <source>Part of “%1” can no longer be read: the file was cut short by another program, or its drive fails. The bytes concerned are marked and will not be saved. Save a copy of the rest, or reload the file.</source>
        <translation>Ein Teil von „%1“ ist nicht mehr lesbar: Ein anderes Programm hat die Datei gekürzt, oder ihr Laufwerk versagt. Die betroffenen Bytes sind markiert und werden nicht gespeichert. Speichern Sie eine Kopie vom Rest oder laden Sie die Datei neu.</translation>
    </message>
    <message>
        <source>As a pointer</source>
        <translation>Als Zeiger</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>nach %1</translation>
    </message>
</context>
<context>
    <name>octavo::DraftModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reading the fields</source>
        <translation>Felder werden gelesen</translation>
    </message>
    <message>
        <source>“%1” is no name, or another field has it. A name has small letters, digits and _, and begins with a letter.</source>
        <translation>„%1“ ist kein Name, oder ein anderes Feld heißt schon so. Ein Name besteht aus Kleinbuchstaben, Ziffern und _ und beginnt mit einem Buchstaben.</translation>
    </message>
    <message>
        <source>“%1” is no type. Write u4, s2be[3], f8le, text(16), text(16, UTF-16LE), strz or bytes(8).</source>
        <translation>„%1“ ist kein Typ. Schreiben Sie u4, s2be[3], f8le, text(16), text(16, UTF-16LE), strz oder bytes(8).</translation>
    </message>
</context>
<context>
    <name>octavo::EditMenu</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>The clipboard holds no text to paste.</source>
        <translation>Die Zwischenablage enthält keinen Text zum Einfügen.</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;As</source>
        <translation>K&amp;opieren als</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Paste &amp;Special…</source>
        <translation>Einfügen &amp;spezial …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Fill Selection…</source>
        <translation>Auswahl &amp;füllen …</translation>
    </message>
    <message>
        <source>&amp;Insert Bytes…</source>
        <translation>&amp;Bytes einfügen …</translation>
    </message>
    <message>
        <source>Resi&amp;ze…</source>
        <translation>&amp;Größe ändern …</translation>
    </message>
    <message>
        <source>Select A&amp;ll</source>
        <translation>Alles auswähle&amp;n</translation>
    </message>
    <message>
        <source>Select Ran&amp;ge…</source>
        <translation>Bereich auswä&amp;hlen …</translation>
    </message>
    <message>
        <source>Insert &amp;Mode</source>
        <translation>Einfüge&amp;modus</translation>
    </message>
    <message>
        <source>Read &amp;Only</source>
        <translation>Schreibgesch&amp;ützt</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
</context>
<context>
    <name>octavo::ExportDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Preview:</source>
        <translation>&amp;Vorschau:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Selection: %1</source>
        <translation>Auswahl: %1</translation>
    </message>
    <message>
        <source>Whole document: %1</source>
        <translation>Ganzes Dokument: %1</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Was:</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>&amp;Bytes per line:</source>
        <translation>&amp;Bytes pro Zeile:</translation>
    </message>
    <message>
        <source>lower case</source>
        <translation>Kleinbuchstaben</translation>
    </message>
    <message>
        <source>UPPER CASE</source>
        <translation>GROSSBUCHSTABEN</translation>
    </message>
    <message>
        <source>&amp;Hex digits:</source>
        <translation>&amp;Hex-Ziffern:</translation>
    </message>
    <message>
        <source>offset in the document</source>
        <translation>Offset im Dokument</translation>
    </message>
    <message>
        <source>Start &amp;address:</source>
        <translation>Start&amp;adresse:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>as usual (%1)</source>
        <translation>wie üblich (%1)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>“%1” cannot be a name in this language.</source>
        <translation>„%1“ kann in dieser Sprache kein Name sein.</translation>
    </message>
    <message>
        <source>This format has no room for such addresses. Give a lower start address.</source>
        <translation>Dieses Format hat keinen Platz für solche Adressen. Geben Sie eine kleinere Startadresse an.</translation>
    </message>
    <message>
        <source>That is too much for the clipboard (more than %1). Save it instead.</source>
        <translation>Das ist zu viel für die Zwischenablage (mehr als %1). Speichern Sie es stattdessen.</translation>
    </message>
    <message>
        <source>Copied %1 of text.</source>
        <translation>%1 Text kopiert.</translation>
    </message>
    <message>
        <source>Copying %1</source>
        <translation>%1 wird kopiert</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Wrote %1 to %2.</source>
        <translation>%1 nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Export to File</source>
        <translation>In Datei exportieren</translation>
    </message>
</context>
<context>
    <name>octavo::FieldChangeMessages</name>
    <message>
        <source>Expected: %1.</source>
        <translation>Erwartet: %1.</translation>
    </message>
    <message>
        <source>It is calculated from other fields; change those.</source>
        <translation>Der Wert wird aus anderen Feldern berechnet; ändern Sie diese.</translation>
    </message>
    <message>
        <source>It is no single value; change what lies in it.</source>
        <translation>Das ist kein einzelner Wert; ändern Sie, was darin liegt.</translation>
    </message>
    <message>
        <source>What its bytes were decoded with has no way back.</source>
        <translation>Die Dekodierung dieser Bytes lässt sich nicht umkehren.</translation>
    </message>
    <message>
        <source>It would be longer or shorter, and no field says how long it is. Change the bytes themselves.</source>
        <translation>Das Feld würde länger oder kürzer, und kein Feld gibt seine Länge an. Ändern Sie die Bytes selbst.</translation>
    </message>
    <message>
        <source>It is not there, or not whole.</source>
        <translation>Das Feld ist nicht da oder nicht vollständig.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>The array ends by this item; change those before it.</source>
        <translation>An diesem Element endet die Liste; zu ändern sind die davor.</translation>
    </message>
    <message>
        <source>This inserts %1: what lies behind moves.</source>
        <translation>Das fügt %1 ein: Was dahinter liegt, verschiebt sich.</translation>
    </message>
    <message>
        <source>This removes %1: what lies behind moves.</source>
        <translation>Das entfernt %1: Was dahinter liegt, verschiebt sich.</translation>
    </message>
    <message>
        <source>This inserts %1 and sets %2. What lies behind moves.</source>
        <translation>Das fügt %1 ein und setzt %2. Was dahinter liegt, verschiebt sich.</translation>
    </message>
    <message>
        <source>This removes %1 and sets %2. What lies behind moves.</source>
        <translation>Das entfernt %1 und setzt %2. Was dahinter liegt, verschiebt sich.</translation>
    </message>
    <message>
        <source>This changes its length: what lies behind it moves.</source>
        <translation>Dies ändert die Länge: Was dahinter liegt, verschiebt sich.</translation>
    </message>
    <message>
        <source>This changes its length, so it also sets %1. What lies behind it moves.</source>
        <translation>Dies ändert die Länge und setzt deshalb auch %1. Was dahinter liegt, verschiebt sich.</translation>
    </message>
</context>
<context>
    <name>octavo::FieldColours</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Looking for fields</source>
        <translation>Felder suchen</translation>
    </message>
</context>
<context>
    <name>octavo::FileChanges</name>
    <message>
        <source>Another program added %1 at the end of “%2”.</source>
        <translation>Ein anderes Programm hat %1 an „%2“ angehängt.</translation>
    </message>
    <message>
        <source>Another program cut “%1” short, from %2 to %3.</source>
        <translation>Ein anderes Programm hat „%1“ gekürzt, von %2 auf %3.</translation>
    </message>
    <message>
        <source>Another program changed “%1”.</source>
        <translation>Ein anderes Programm hat „%1“ geändert.</translation>
    </message>
    <message>
        <source>Another file has taken the place of “%1”.</source>
        <translation>Eine andere Datei hat den Platz von „%1“ eingenommen.</translation>
    </message>
    <message>
        <source>“%1” was removed or renamed.</source>
        <translation>„%1“ wurde entfernt oder umbenannt.</translation>
    </message>
    <message>
        <source>The device “%1” is gone.</source>
        <translation>Das Gerät „%1“ ist verschwunden.</translation>
    </message>
    <message>
        <source>“%1” cannot be reached: its drive was taken away or its server does not answer.</source>
        <translation>„%1“ ist nicht erreichbar: Der Datenträger wurde entfernt oder der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>You may no longer read “%1”: its permissions were changed.</source>
        <translation>Sie dürfen „%1“ nicht mehr lesen: Die Zugriffsrechte wurden geändert.</translation>
    </message>
    <message>
        <source>The bytes from %1 on are lost unless you changed them; those before are safe.</source>
        <translation>Die Bytes ab %1 sind verloren, soweit Sie sie nicht geändert haben; die davor sind sicher.</translation>
    </message>
    <message>
        <source>Only what you changed is still here for certain. Save it somewhere else.</source>
        <translation>Sicher vorhanden ist nur noch, was Sie geändert haben. Speichern Sie es an einem anderen Ort.</translation>
    </message>
    <message>
        <source>What you see is still right.</source>
        <translation>Was Sie sehen, stimmt noch.</translation>
    </message>
    <message>
        <source>All of its bytes are still here. Save to put it back.</source>
        <translation>Alle ihre Bytes sind noch hier. Speichern stellt sie wieder her.</translation>
    </message>
    <message>
        <source>All of its bytes are still here. Save them somewhere else to be safe.</source>
        <translation>Alle ihre Bytes sind noch hier. Speichern Sie sie zur Sicherheit an einem anderen Ort.</translation>
    </message>
    <message>
        <source>Save what you still see somewhere else.</source>
        <translation>Speichern Sie, was Sie noch sehen, an einem anderen Ort.</translation>
    </message>
    <message>
        <source>You still see its old bytes, all of them.</source>
        <translation>Sie sehen noch ihre alten Bytes, und zwar alle.</translation>
    </message>
    <message>
        <source>Its old bytes are gone: what you did not change shows the new ones already.</source>
        <translation>Ihre alten Bytes sind verloren: Was Sie nicht geändert haben, zeigt schon die neuen.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Mitlesen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Following has ended.</source>
        <translation>Das Mitlesen ist beendet.</translation>
    </message>
    <message>
        <source>Your unsaved changes are untouched.</source>
        <translation>Ihre ungespeicherten Änderungen sind unberührt.</translation>
    </message>
    <message>
        <source>Reloading %1</source>
        <translation>%1 wird neu geladen</translation>
    </message>
    <message>
        <source>“%1” was loaded again. Its old bytes were no longer there to compare with.</source>
        <translation>„%1“ wurde neu geladen. Die alten Bytes waren zum Vergleichen nicht mehr da.</translation>
    </message>
    <message>
        <source>“%1” was loaded again; no byte has changed.</source>
        <translation>„%1“ wurde neu geladen; kein Byte hat sich geändert.</translation>
    </message>
    <message>
        <source>List Changes</source>
        <translation>Änderungen auflisten</translation>
    </message>
    <message>
        <source>Go to First</source>
        <translation>Zur ersten gehen</translation>
    </message>
    <message>
        <source>Comparing %1</source>
        <translation>%1 wird verglichen</translation>
    </message>
    <message>
        <source>A document without a file has nothing to follow.</source>
        <translation>Ein Dokument ohne Datei hat nichts zum Mitlesen.</translation>
    </message>
    <message>
        <source>The end of “%1” was edited, so nothing can be added behind it.</source>
        <translation>Das Ende von „%1“ wurde bearbeitet, deshalb kann nichts dahinter erscheinen.</translation>
    </message>
    <message>
        <source>“%1” was loaded again. Places that changed: %2. Undo brings the old bytes back.</source>
        <translation>„%1“ wurde neu geladen. Geänderte Stellen: %2. Rückgängig bringt die alten Bytes zurück.</translation>
    </message>
    <message>
        <source>Your changes and those of the file are together now. Taken from the file: %1. Undo brings your version back.</source>
        <translation>Ihre Änderungen und die der Datei sind jetzt zusammen. Aus der Datei übernommen: %1. Rückgängig bringt Ihre Fassung zurück.</translation>
    </message>
</context>
<context>
    <name>octavo::FileCommands</name>
    <message>
        <source>“%1” has other names (hard links). Saving would give only this name the new content; the others would keep the old.</source>
        <translation>„%1“ hat weitere Namen (harte Verweise). Beim Speichern bekäme nur dieser Name den neuen Inhalt; die anderen behielten den alten.</translation>
    </message>
    <message>
        <source>“%1” is marked read only. Saving would replace it all the same.</source>
        <translation>„%1“ ist schreibgeschützt. Beim Speichern würde die Datei trotzdem ersetzt.</translation>
    </message>
    <message>
        <source>“%1” belongs to another user or group. Saving would make it yours.</source>
        <translation>„%1“ gehört einem anderen Benutzer oder einer anderen Gruppe. Beim Speichern würde die Datei Ihre.</translation>
    </message>
    <message>
        <source>“%1” has attributes or access rules that saving cannot keep.</source>
        <translation>„%1“ hat Attribute oder Zugriffsregeln, die beim Speichern verloren gingen.</translation>
    </message>
    <message>
        <source>A save of “%1” was cut off by a crash. The file has its content from before that save again. Check it before you go on.</source>
        <translation>Ein Absturz hat das Speichern von „%1“ unterbrochen. Die Datei hat wieder ihren Inhalt von davor. Prüfen Sie sie, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>Open Files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save Selection As</source>
        <translation>Auswahl speichern unter</translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation>„%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Nothing has been saved yet.</source>
        <translation>Es wurde noch nichts gespeichert.</translation>
    </message>
    <message>
        <source>Save Anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>Ohne Speichern gehen sie verloren.</translation>
    </message>
    <message>
        <source>“%1” is a disk: what is written to it takes effect at once, and a file system on it can be destroyed.</source>
        <translation>„%1“ ist ein Datenträger: Was darauf geschrieben wird, wirkt sofort, und ein Dateisystem darauf kann zerstört werden.</translation>
    </message>
    <message>
        <source>“%1” is in use as a disk (loop device).</source>
        <translation>„%1“ wird gerade als Datenträger benutzt (Loop-Gerät).</translation>
    </message>
    <message>
        <source>“%1” is a program that is running now.</source>
        <translation>„%1“ ist ein Programm, das gerade läuft.</translation>
    </message>
    <message>
        <source>“%1” belongs to somebody else.</source>
        <translation>„%1“ gehört jemand anderem.</translation>
    </message>
    <message>
        <source>It is write-protected until you allow editing here or with Edit &gt; Read Only.</source>
        <translation>Sie bleibt schreibgeschützt, bis Sie das Bearbeiten hier oder mit Bearbeiten &gt; Schreibgeschützt erlauben.</translation>
    </message>
    <message>
        <source>Allow Editing</source>
        <translation>Bearbeiten erlauben</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>A save of “%1” was cut off by a crash. It has been completed now: the file has the content that was being saved. Check it before you go on.</source>
        <translation>Ein Speichern von „%1“ wurde durch einen Absturz abgebrochen. Es ist jetzt zu Ende geführt: Die Datei hat den Inhalt, der gespeichert werden sollte. Prüfen Sie ihn, bevor Sie weiterarbeiten.</translation>
    </message>
    <message>
        <source>“%1” has other names (hard links) that must keep showing the same bytes.</source>
        <translation>„%1“ hat weitere Namen (harte Verweise), die weiterhin dieselben Bytes zeigen müssen.</translation>
    </message>
    <message>
        <source>The folder of “%1” does not let you make files in it.</source>
        <translation>Im Ordner von „%1“ dürfen Sie keine Dateien anlegen.</translation>
    </message>
    <message>
        <source>There is no room for a second copy of “%1”.</source>
        <translation>Für eine zweite Kopie von „%1“ ist kein Platz.</translation>
    </message>
    <message>
        <source>Its bytes would be moved within the file: %1 are written to it and %2 to a journal, which needs %3 of room until the save is done.</source>
        <translation>Die Bytes würden innerhalb der Datei verschoben: %1 werden in sie geschrieben und %2 in ein Journal, das %3 Platz braucht, bis das Speichern beendet ist.</translation>
    </message>
    <message>
        <source>This cannot be stopped half way. Should the computer fail meanwhile, the file is of no use until Octavo opens it again and finishes the work.</source>
        <translation>Das lässt sich nicht auf halbem Weg anhalten. Fällt der Rechner währenddessen aus, ist die Datei unbrauchbar, bis Octavo sie wieder öffnet und die Arbeit zu Ende führt.</translation>
    </message>
    <message>
        <source>What could mend the file after a crash is kept in “%1”, so only you, on this computer, could mend it.</source>
        <translation>Womit die Datei nach einem Absturz wiederherzustellen wäre, liegt in „%1“; nur Sie könnten es also, und nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>“%1” is a drive: its bytes are overwritten where they are.</source>
        <translation>„%1“ ist ein Laufwerk: Seine Bytes werden an Ort und Stelle überschrieben.</translation>
    </message>
</context>
<context>
    <name>octavo::FileListModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Not Searched</source>
        <translation>Nicht durchsucht</translation>
    </message>
</context>
<context>
    <name>octavo::FileMenu</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;Read Only…</source>
        <translation>Schreib&amp;geschützt öffnen …</translation>
    </message>
    <message>
        <source>Open Recen&amp;t</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save a Cop&amp;y…</source>
        <translation>&amp;Kopie speichern …</translation>
    </message>
    <message>
        <source>Save Se&amp;lection As…</source>
        <translation>Aus&amp;wahl speichern unter …</translation>
    </message>
    <message>
        <source>Sav&amp;e All</source>
        <translation>&amp;Alle speichern</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>&amp;Verwerfen und neu laden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close All</source>
        <translation>Alle schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Clear This List</source>
        <translation>Diese Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Follow File</source>
        <translation>Datei &amp;mitlesen</translation>
    </message>
    <message>
        <source>Recover &amp;Unsaved Changes…</source>
        <translation>Ungespeiche&amp;rte Änderungen wiederherstellen …</translation>
    </message>
</context>
<context>
    <name>octavo::FileScope</name>
    <message>
        <source>%1 of “%2”</source>
        <translation>%1 von „%2“</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>all open documents</source>
        <translation>alle offenen Dokumente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>octavo::FillDialog</name>
    <message>
        <source>Fill Selection</source>
        <translation>Auswahl füllen</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>&amp;Füllen</translation>
    </message>
    <message>
        <source>Fill &amp;with:</source>
        <translation>Füllen &amp;mit:</translation>
    </message>
    <message>
        <source>Overwrites %1; the last pattern is cut short.</source>
        <translation>Überschreibt %1; das letzte Muster wird gekürzt.</translation>
    </message>
    <message>
        <source>Overwrites %1.</source>
        <translation>Überschreibt %1.</translation>
    </message>
</context>
<context>
    <name>octavo::FillerField</name>
    <message>
        <source>Hex bytes, repeated</source>
        <translation>Hex-Bytes, wiederholt</translation>
    </message>
    <message>
        <source>Random bytes</source>
        <translation>Zufällige Bytes</translation>
    </message>
    <message>
        <source>Kind of filling</source>
        <translation>Art der Füllung</translation>
    </message>
    <message>
        <source>DE AD BE EF</source>
        <translation>DE AD BE EF</translation>
    </message>
    <message>
        <source>Hex bytes</source>
        <translation>Hex-Bytes</translation>
    </message>
    <message>
        <source>Type at least one byte, for example 00.</source>
        <translation>Geben Sie mindestens ein Byte ein, zum Beispiel 00.</translation>
    </message>
</context>
<context>
    <name>octavo::FindBar</name>
    <message>
        <source>&amp;Ignore case</source>
        <translation>Groß/&amp;klein egal</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Voriges</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächstes</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Replace &amp;All</source>
        <translation>A&amp;lle ersetzen</translation>
    </message>
    <message>
        <source>Hex bytes</source>
        <translation>Hex-Bytes</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Encoding of the text</source>
        <translation>Kodierung des Textes</translation>
    </message>
    <message>
        <source>Find the previous occurrence (Shift+F3)</source>
        <translation>Voriges Vorkommen suchen (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Find the next occurrence (F3)</source>
        <translation>Nächstes Vorkommen suchen (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>Replace &amp;with:</source>
        <translation>Erset&amp;zen durch:</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>nothing: matches are deleted</source>
        <translation>nichts: Treffer werden gelöscht</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Zu suchender Text</translation>
    </message>
    <message>
        <source>DE AD ?? B?</source>
        <translation>DE AD ?? B?</translation>
    </message>
    <message>
        <source>Searching %1</source>
        <translation>%1 wird durchsucht</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>Nicht gefunden.</translation>
    </message>
    <message>
        <source>Not found where the document can be read.</source>
        <translation>Nicht gefunden, soweit das Dokument lesbar ist.</translation>
    </message>
    <message>
        <source>Went on from the start.</source>
        <translation>Vom Anfang an weitergesucht.</translation>
    </message>
    <message>
        <source>Went on from the end.</source>
        <translation>Vom Ende an weitergesucht.</translation>
    </message>
    <message>
        <source>Counting matches in %1</source>
        <translation>Treffer in %1 werden gezählt</translation>
    </message>
    <message>
        <source>%1 occurrences</source>
        <translation>%1 Vorkommen</translation>
    </message>
    <message>
        <source>1 occurrence</source>
        <translation>1 Vorkommen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, not counting %2 that cannot be read</source>
        <translation>%1, ohne %2, die nicht lesbar sind</translation>
    </message>
    <message>
        <source>Replacing in %1</source>
        <translation>In %1 wird ersetzt</translation>
    </message>
    <message>
        <source>Stopped; nothing was replaced.</source>
        <translation>Angehalten; es wurde nichts ersetzt.</translation>
    </message>
    <message>
        <source>The document was changed meanwhile; nothing was replaced.</source>
        <translation>Das Dokument wurde inzwischen geändert; es wurde nichts ersetzt.</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>Not found; nothing was replaced.</source>
        <translation>Nicht gefunden; es wurde nichts ersetzt.</translation>
    </message>
    <message>
        <source>1 occurrence replaced.</source>
        <translation>1 Vorkommen ersetzt.</translation>
    </message>
    <message>
        <source>%1 occurrences replaced.</source>
        <translation>%1 Vorkommen ersetzt.</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>%1, only the first %2 highlighted</source>
        <translation>%1, nur die ersten %2 hervorgehoben</translation>
    </message>
    <message>
        <source>Find A&amp;ll</source>
        <translation>Alle su&amp;chen</translation>
    </message>
    <message>
        <source>1000, 0x3E8 or 1..99</source>
        <translation>1000, 0x3E8 oder 1..99</translation>
    </message>
    <message>
        <source>Regular expression over bytes</source>
        <translation>Regulärer Ausdruck über Bytes</translation>
    </message>
    <message>
        <source>? any digit · [00-1F 7F] one of · [^00] none of · {4-16} a gap · (DE AD | BE EF) either</source>
        <translation>? jede Ziffer · [00-1F 7F] eines von · [^00] keines von · {4-16} eine Lücke · (DE AD | BE EF) das eine oder andere</translation>
    </message>
    <message>
        <source>A number, a range such as 1..99, or for floats 3.14~0.01</source>
        <translation>Eine Zahl, ein Bereich wie 1..99 oder bei Gleitkommazahlen 3.14~0.01</translation>
    </message>
    <message>
        <source>As in Perl, over bytes: \xNN is a byte, (?s) lets the dot match line feeds</source>
        <translation>Wie in Perl, über Bytes: \xNN ist ein Byte, mit (?s) passt der Punkt auch auf Zeilenenden</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>UTF-8, UTF-16, Latin-1</source>
        <translation>UTF-8, UTF-16, Latin-1</translation>
    </message>
    <message>
        <source>Type of the number</source>
        <translation>Typ der Zahl</translation>
    </message>
    <message>
        <source>U: unsigned, I: signed, F: floating point; and how many bits</source>
        <translation>U: ohne Vorzeichen, I: mit Vorzeichen, F: Gleitkomma; und wie viele Bits</translation>
    </message>
    <message>
        <source>little endian</source>
        <translation>Little Endian</translation>
    </message>
    <message>
        <source>big endian</source>
        <translation>Big Endian</translation>
    </message>
    <message>
        <source>Byte order</source>
        <translation>Byte-Reihenfolge</translation>
    </message>
    <message>
        <source>List all occurrences in a panel</source>
        <translation>Alle Fundstellen in einem Bereich auflisten</translation>
    </message>
    <message>
        <source>%1 occurrences; the size stays.</source>
        <translation>%1 Fundstellen; die Größe bleibt.</translation>
    </message>
    <message>
        <source>%1 occurrences; the size becomes %2.</source>
        <translation>%1 Fundstellen; die Größe wird %2.</translation>
    </message>
    <message>
        <source>Replace The&amp;m</source>
        <translation>&amp;Jetzt ersetzen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>In Selection</source>
        <translation>In der Auswahl</translation>
    </message>
    <message>
        <source>Selected: %1.</source>
        <translation>Ausgewählt: %1.</translation>
    </message>
    <message>
        <source>%1 There are more.</source>
        <translation>%1 Es gibt noch mehr.</translation>
    </message>
    <message>
        <source>Select all occurrences at once (Alt+Return)</source>
        <translation>Alle Vorkommen auf einmal auswählen (Alt+Eingabe)</translation>
    </message>
    <message>
        <source>Replace all occurrences in what is selected</source>
        <translation>Alle Vorkommen in der Auswahl ersetzen</translation>
    </message>
    <message>
        <source>There is nothing to look in.</source>
        <translation>Es gibt nichts, worin gesucht werden könnte.</translation>
    </message>
    <message>
        <source>00:16, ?:8 or ^00</source>
        <translation>00:16, ?:8 oder ^00</translation>
    </message>
    <message>
        <source>00:16 sixteen or more zeros · ?:8 eight or more of any one byte · ^00 whatever is not zero</source>
        <translation>00:16 sechzehn oder mehr Nullen · ?:8 acht oder mehr desselben Bytes · ^00 alles außer null</translation>
    </message>
    <message>
        <source>Run of bytes</source>
        <translation>Lauf von Bytes</translation>
    </message>
</context>
<context>
    <name>octavo::FindFilesRow</name>
    <message>
        <source>Find in Files</source>
        <translation>In Dateien suchen</translation>
    </message>
    <message>
        <source>Su&amp;bfolders</source>
        <translation>Unte&amp;rordner</translation>
    </message>
    <message>
        <source>Hi&amp;dden</source>
        <translation>Ver&amp;steckte</translation>
    </message>
    <message>
        <source>Lin&amp;ks</source>
        <translation>Verknü&amp;pfungen</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Dieses Dokument</translation>
    </message>
    <message>
        <source>All open documents</source>
        <translation>Alle offenen Dokumente</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>L&amp;ook in:</source>
        <translation>Suchen &amp;in:</translation>
    </message>
    <message>
        <source>Look in</source>
        <translation>Suchen in</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Names of files</source>
        <translation>Namen der Dateien</translation>
    </message>
    <message>
        <source>all names</source>
        <translation>alle Namen</translation>
    </message>
    <message>
        <source>Only files with such names: * any text, ? any character; letter case does not matter</source>
        <translation>Nur Dateien mit solchen Namen: * beliebiger Text, ? beliebiges Zeichen; Groß- und Kleinschreibung ist gleich</translation>
    </message>
    <message>
        <source>Also files and folders whose names begin with a dot</source>
        <translation>Auch Dateien und Ordner, deren Namen mit einem Punkt beginnen</translation>
    </message>
    <message>
        <source>Also the files and folders that symbolic links name</source>
        <translation>Auch die Dateien und Ordner, auf die symbolische Verknüpfungen zeigen</translation>
    </message>
    <message>
        <source>Names:</source>
        <translation>Namen:</translation>
    </message>
    <message>
        <source>Look in Folder</source>
        <translation>In Ordner suchen</translation>
    </message>
</context>
<context>
    <name>octavo::FindHost</name>
    <message>
        <source>YARA Rules</source>
        <translation>YARA-Regeln</translation>
    </message>
    <message>
        <source>YARA rules (*.yar *.yara);;All files (*)</source>
        <translation>YARA-Regeln (*.yar *.yara);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>octavo::FindQuery</name>
    <message>
        <source>%1 cannot write all of these characters.</source>
        <translation>%1 kann nicht alle diese Zeichen schreiben.</translation>
    </message>
    <message>
        <source>The second number must not be smaller than the first.</source>
        <translation>Die zweite Zahl darf nicht kleiner sein als die erste.</translation>
    </message>
    <message>
        <source>That number does not fit the type.</source>
        <translation>Diese Zahl passt nicht in den Typ.</translation>
    </message>
    <message>
        <source>Type a tolerance after “~”, such as 0.01.</source>
        <translation>Nach „~“ fehlt eine Toleranz, etwa 0.01.</translation>
    </message>
    <message>
        <source>Type a number, such as 1000, 0x3E8 or 1..99.</source>
        <translation>Gefragt ist eine Zahl, etwa 1000, 0x3E8 oder 1..99.</translation>
    </message>
    <message>
        <source>A closing “%1” is missing.</source>
        <translation>Ein schließendes „%1“ fehlt.</translation>
    </message>
    <message>
        <source>A gap is written {4} or {4-16}.</source>
        <translation>Eine Lücke schreibt man {4} oder {4-16}.</translation>
    </message>
    <message>
        <source>There is nothing to find but gaps.</source>
        <translation>Außer Lücken ist nichts zu suchen.</translation>
    </message>
    <message>
        <source>The expression has no part of that name, at character %1.</source>
        <translation>Einen Teil dieses Namens hat der Ausdruck nicht, bei Zeichen %1.</translation>
    </message>
    <message>
        <source>Not understood, at character %1. Write $1 or ${name} for a part of the match, \xNN for a byte, \$ for a $.</source>
        <translation>Bei Zeichen %1 nicht verständlich. $1 oder ${name} steht für einen Teil der Fundstelle, \xNN für ein Byte, \$ für ein $.</translation>
    </message>
    <message>
        <source>This is too large to look for.</source>
        <translation>Das ist zu groß, um danach zu suchen.</translation>
    </message>
    <message>
        <source>Not a regular expression, at character %1: %2.</source>
        <translation>Kein regulärer Ausdruck, bei Zeichen %1: %2.</translation>
    </message>
    <message>
        <source>Given up at %1: there are too many ways to match. Nothing is known of what lies behind it.</source>
        <translation>Bei %1 aufgegeben: Es gibt zu viele Möglichkeiten. Was dahinter liegt, ist unbekannt.</translation>
    </message>
    <message>
        <source>Given up at %1: matching takes too much memory there. Nothing is known of what lies behind it.</source>
        <translation>Bei %1 aufgegeben: Dort bräuchte es zu viel Speicher. Was dahinter liegt, ist unbekannt.</translation>
    </message>
    <message>
        <source>Given up at %1: a match would be too long. Nothing is known of what lies behind it.</source>
        <translation>Bei %1 aufgegeben: Die Fundstelle wäre zu lang. Was dahinter liegt, ist unbekannt.</translation>
    </message>
    <message>
        <source>Given up at %1: matching takes too long there. Nothing is known of what lies behind it.</source>
        <translation>Bei %1 aufgegeben: Dort dauert es zu lange. Was dahinter liegt, ist unbekannt.</translation>
    </message>
    <message>
        <source>“%1” in every Unicode encoding</source>
        <translation>„%1“ in jeder Unicode-Kodierung</translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <translation>„%1“ in %2</translation>
    </message>
    <message>
        <source>Write a run as 00:16, ?:8 or ^00.</source>
        <translation>Schreiben Sie einen Lauf als 00:16, ?:8 oder ^00.</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
</context>
<context>
    <name>octavo::FollowPointerDialog</name>
    <message>
        <source>Follow Pointer</source>
        <translation>Zeiger folgen</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehen</translation>
    </message>
    <message>
        <source>The value has a &amp;sign</source>
        <translation>Der Wert hat ein &amp;Vorzeichen</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>B&amp;reite:</translation>
    </message>
    <message>
        <source>little endian</source>
        <translation>Little Endian</translation>
    </message>
    <message>
        <source>big endian</source>
        <translation>Big Endian</translation>
    </message>
    <message>
        <source>Byte &amp;order:</source>
        <translation>&amp;Byte-Reihenfolge:</translation>
    </message>
    <message>
        <source>the document’s start</source>
        <translation>dem Anfang des Dokuments</translation>
    </message>
    <message>
        <source>the pointer itself</source>
        <translation>dem Zeiger selbst</translation>
    </message>
    <message>
        <source>the byte behind the pointer</source>
        <translation>dem Byte hinter dem Zeiger</translation>
    </message>
    <message>
        <source>Counts &amp;from:</source>
        <translation>&amp;Zählt ab:</translation>
    </message>
    <message>
        <source>0, or for example -0x400000</source>
        <translation>0 oder zum Beispiel -0x400000</translation>
    </message>
    <message>
        <source>Plus the &amp;base:</source>
        <translation>Z&amp;uzüglich Basis:</translation>
    </message>
</context>
<context>
    <name>octavo::FormatChooser</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Choose a format</source>
        <translation>Format wählen</translation>
    </message>
    <message>
        <source>This may be</source>
        <translation>Dies könnte sein</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>nach dem Namen</translation>
    </message>
    <message>
        <source>All formats</source>
        <translation>Alle Formate</translation>
    </message>
    <message>
        <source>Open a description…</source>
        <translation>Beschreibung öffnen …</translation>
    </message>
    <message>
        <source>No structure</source>
        <translation>Keine Struktur</translation>
    </message>
    <message>
        <source>%1 bytes of its signature</source>
        <translation>%1 Bytes seiner Signatur</translation>
    </message>
</context>
<context>
    <name>octavo::FormatEditor</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Begin another description</source>
        <translation>Eine andere Beschreibung beginnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open a description</source>
        <translation>Eine Beschreibung öffnen</translation>
    </message>
    <message>
        <source>Open Description</source>
        <translation>Beschreibung öffnen</translation>
    </message>
    <message>
        <source>Descriptions (*.ksy);;All files (*)</source>
        <translation>Beschreibungen (*.ksy);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the description</source>
        <translation>Die Beschreibung speichern</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save the description under another name</source>
        <translation>Die Beschreibung unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>Use for This Document</source>
        <translation>Für dieses Dokument verwenden</translation>
    </message>
    <message>
        <source>Save, and read the document in front by this description</source>
        <translation>Speichern und das vorderste Dokument nach dieser Beschreibung lesen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problems of the description</source>
        <translation>Probleme der Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>&amp;Dorthin gehen</translation>
    </message>
    <message>
        <source>New description</source>
        <translation>Neue Beschreibung</translation>
    </message>
    <message>
        <source>%1[*] (Octavo&apos;s own) – Description</source>
        <translation>%1[*] (von Octavo) – Beschreibung</translation>
    </message>
    <message>
        <source>%1[*] – Description</source>
        <translation>%1[*] – Beschreibung</translation>
    </message>
    <message>
        <source>Checking the description</source>
        <translation>Beschreibung wird geprüft</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Opening a description</source>
        <translation>Beschreibung wird geöffnet</translation>
    </message>
    <message>
        <source>“%1” cannot be edited here: it holds characters that are no plain text.</source>
        <translation>„%1“ lässt sich hier nicht bearbeiten: Die Datei enthält Zeichen, die kein einfacher Text sind.</translation>
    </message>
    <message>
        <source>This description is Octavo&apos;s own. Saving makes a copy of yours.</source>
        <translation>Diese Beschreibung gehört zu Octavo. Beim Speichern entsteht eine eigene Kopie für Sie.</translation>
    </message>
    <message>
        <source>The lines of “%1” end in two ways. Saving makes them all end as most do.</source>
        <translation>Die Zeilen von „%1“ enden auf zweierlei Art. Beim Speichern enden alle so wie die meisten.</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved. Save them?</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind. Sollen sie gespeichert werden?</translation>
    </message>
    <message>
        <source>Saving a description</source>
        <translation>Beschreibung wird gespeichert</translation>
    </message>
    <message>
        <source>Save Description As</source>
        <translation>Beschreibung speichern unter</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Als „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Changed on the Disk</source>
        <translation>Auf dem Datenträger geändert</translation>
    </message>
    <message>
        <source>Not Readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Another program has changed “%1” since it was opened here. Replace what it wrote?</source>
        <translation>Ein anderes Programm hat „%1“ geändert, seit die Datei hier geöffnet wurde. Ersetzen, was es geschrieben hat?</translation>
    </message>
    <message>
        <source>“%1” is on the disk, but cannot be read. Replace what is there?</source>
        <translation>„%1“ ist auf dem Datenträger, lässt sich aber nicht lesen. Ersetzen, was dort steht?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Looking at a description</source>
        <translation>Beschreibung wird nachgesehen</translation>
    </message>
    <message>
        <source>“%1” is not on the disk any more. Saving writes it again.</source>
        <translation>„%1“ ist nicht mehr auf dem Datenträger. Speichern schreibt die Datei neu.</translation>
    </message>
    <message>
        <source>Another program has changed “%1”. Loading it loses your changes.</source>
        <translation>Ein anderes Programm hat „%1“ geändert. Beim Laden gehen Ihre Änderungen verloren.</translation>
    </message>
    <message>
        <source>Another program has changed “%1”.</source>
        <translation>Ein anderes Programm hat „%1“ geändert.</translation>
    </message>
    <message>
        <source>&amp;Load It Again</source>
        <translation>Neu &amp;laden</translation>
    </message>
</context>
<context>
    <name>octavo::FormatTextEdit</name>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Words that may stand here</source>
        <translation>Wörter, die hier stehen können</translation>
    </message>
</context>
<context>
    <name>octavo::FoundFiles</name>
    <message>
        <source>There are more; the list ends here.</source>
        <translation>Es gibt mehr; die Liste endet hier.</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>It was written to meanwhile.</source>
        <translation>Währenddessen wurde in sie geschrieben.</translation>
    </message>
    <message>
        <source>You have no permission to read it.</source>
        <translation>Die Berechtigung zum Lesen fehlt.</translation>
    </message>
    <message>
        <source>It was not found.</source>
        <translation>Nicht gefunden.</translation>
    </message>
    <message>
        <source>It is a pipe, a socket or a device.</source>
        <translation>Eine Pipe, ein Socket oder ein Gerät.</translation>
    </message>
    <message>
        <source>The search was stopped in it.</source>
        <translation>In ihr wurde die Suche angehalten.</translation>
    </message>
</context>
<context>
    <name>octavo::FoundFilesModel</name>
    <message>
        <source>Edited since the search: it may not match any more.</source>
        <translation>Seit der Suche bearbeitet: vielleicht keine Fundstelle mehr.</translation>
    </message>
    <message>
        <source>As of the time of the search.</source>
        <translation>Stand zur Zeit der Suche.</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seitdem geändert</translation>
    </message>
    <message>
        <source>cannot be read now</source>
        <translation>jetzt nicht lesbar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>octavo::FoundFilesView</name>
    <message>
        <source>Only for places in documents that are open</source>
        <translation>Nur für Stellen in offenen Dokumenten</translation>
    </message>
    <message>
        <source>Choose at most %1 rows for bookmarks.</source>
        <translation>Für Lesezeichen höchstens %1 Zeilen auswählen.</translation>
    </message>
    <message>
        <source>1 bookmark added.</source>
        <translation>1 Lesezeichen hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 bookmarks added.</source>
        <translation>%1 Lesezeichen hinzugefügt.</translation>
    </message>
    <message>
        <source>1 place is in a file that is not open.</source>
        <translation>1 Stelle liegt in einer Datei, die nicht offen ist.</translation>
    </message>
    <message>
        <source>%1 places are in files that are not open.</source>
        <translation>%1 Stellen liegen in Dateien, die nicht offen sind.</translation>
    </message>
    <message>
        <source>Export List</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>Lines with tabs (*.tsv)</source>
        <translation>Zeilen mit Tabulatoren (*.tsv)</translation>
    </message>
    <message>
        <source>Exporting a list of places</source>
        <translation>Eine Liste von Stellen wird exportiert</translation>
    </message>
    <message>
        <source>The list is in “%1”.</source>
        <translation>Die Liste steht in „%1“.</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Stelle</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 Stellen</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 Versteckte</translation>
    </message>
    <message>
        <source>1 link</source>
        <translation>1 Verknüpfung</translation>
    </message>
    <message>
        <source>%1 links</source>
        <translation>%1 Verknüpfungen</translation>
    </message>
    <message>
        <source>%1 of pipes, sockets and devices</source>
        <translation>%1 Pipes, Sockets und Geräte</translation>
    </message>
    <message>
        <source>Passed by: %1.</source>
        <translation>Übergangen: %1.</translation>
    </message>
    <message>
        <source>Group by File</source>
        <translation>Nach Datei gruppieren</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>&amp;Dorthin gehen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Add &amp;Bookmarks</source>
        <translation>&amp;Lesezeichen hinzufügen</translation>
    </message>
    <message>
        <source>E&amp;xport List…</source>
        <translation>Liste e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Filter by text, or by bytes such as 0xDEAD</source>
        <translation>Nach Text oder Bytes wie 0xDEAD filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>Searching %1</source>
        <translation>%1 wird durchsucht</translation>
    </message>
    <message>
        <source>Stopped; there may be more.</source>
        <translation>Angehalten; es kann mehr geben.</translation>
    </message>
    <message>
        <source>There are more; the list ends here.</source>
        <translation>Es gibt mehr; die Liste endet hier.</translation>
    </message>
    <message>
        <source>Sorting what was found</source>
        <translation>Fundstellen werden sortiert</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 searched, %2</source>
        <translation>%1 durchsucht, %2</translation>
    </message>
    <message>
        <source>%1 so far: %2. %3.</source>
        <translation>%1 bisher: %2. %3.</translation>
    </message>
    <message>
        <source>%1: %2. %3.</source>
        <translation>%1: %2. %3.</translation>
    </message>
    <message>
        <source>%1 shown of %2</source>
        <translation>%1 gezeigt von %2</translation>
    </message>
    <message>
        <source>Documents were edited since; edited places have a *.</source>
        <translation>Dokumente wurden seitdem bearbeitet; bearbeitete Stellen haben einen *.</translation>
    </message>
    <message>
        <source>%1 searched in part only.</source>
        <translation>Nur teilweise durchsucht: %1.</translation>
    </message>
    <message>
        <source>%1 could not be searched.</source>
        <translation>Nicht durchsucht: %1.</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>octavo::FoundFilesVisit</name>
    <message>
        <source>“%1” is closed.</source>
        <translation>„%1“ ist geschlossen.</translation>
    </message>
    <message>
        <source>“%1” has changed since the search; what was found here is still there.</source>
        <translation>„%1“ wurde seit der Suche geändert; was hier gefunden wurde, ist noch da.</translation>
    </message>
    <message>
        <source>“%1” has changed since the search: what was found at %2 is no longer there.</source>
        <translation>„%1“ wurde seit der Suche geändert: Was bei %2 gefunden wurde, ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>octavo::FoundModel</name>
    <message>
        <source>Edited since the search: it may not match any more.</source>
        <translation>Seit der Suche bearbeitet: vielleicht keine Fundstelle mehr.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
</context>
<context>
    <name>octavo::FoundView</name>
    <message>
        <source>&amp;Go There</source>
        <translation>&amp;Dorthin gehen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Add &amp;Bookmarks</source>
        <translation>&amp;Lesezeichen hinzufügen</translation>
    </message>
    <message>
        <source>E&amp;xport List…</source>
        <translation>Liste e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Filter by text, or by bytes such as 0xDEAD</source>
        <translation>Nach Text oder Bytes wie 0xDEAD filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Searching %1</source>
        <translation>%1 wird durchsucht</translation>
    </message>
    <message>
        <source>Stopped; there may be more.</source>
        <translation>Angehalten; es kann mehr geben.</translation>
    </message>
    <message>
        <source>There are more; the list ends here.</source>
        <translation>Es gibt mehr; die Liste endet hier.</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Sorting what was found</source>
        <translation>Fundstellen werden sortiert</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Stelle</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 Stellen</translation>
    </message>
    <message>
        <source>%1 so far: %2</source>
        <translation>bisher %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 shown of %2</source>
        <translation>%1 gezeigt von %2</translation>
    </message>
    <message>
        <source>The document was edited since; edited places have a *.</source>
        <translation>Das Dokument wurde seither bearbeitet; bearbeitete Stellen haben ein *.</translation>
    </message>
    <message>
        <source>Choose at most %1 rows for bookmarks.</source>
        <translation>Für Lesezeichen höchstens %1 Zeilen auswählen.</translation>
    </message>
    <message>
        <source>1 bookmark added.</source>
        <translation>1 Lesezeichen hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 bookmarks added.</source>
        <translation>%1 Lesezeichen hinzugefügt.</translation>
    </message>
    <message>
        <source>Export List</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>Lines with tabs (*.tsv)</source>
        <translation>Zeilen mit Tabulatoren (*.tsv)</translation>
    </message>
    <message>
        <source>Exporting a list of places</source>
        <translation>Eine Liste von Stellen wird exportiert</translation>
    </message>
    <message>
        <source>The list is in “%1”.</source>
        <translation>Die Liste steht in „%1“.</translation>
    </message>
    <message>
        <source>&amp;Select These</source>
        <translation>Diese au&amp;swählen</translation>
    </message>
    <message>
        <source>Choose at most %1 rows; the find bar selects all occurrences.</source>
        <translation>Wählen Sie höchstens %1 Zeilen; die Suchleiste wählt alle Vorkommen aus.</translation>
    </message>
    <message>
        <source>Selected: %1.</source>
        <translation>Ausgewählt: %1.</translation>
    </message>
    <message>
        <source>Applying the rules of %1</source>
        <translation>Die Regeln von %1 werden angewandt</translation>
    </message>
    <message>
        <source>The rules cannot be used: %1</source>
        <translation>Die Regeln sind nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>The rules took too long; whether they match is not known.</source>
        <translation>Die Regeln haben zu lange gebraucht; ob sie zutreffen, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No rule matches.</source>
        <translation>Keine Regel trifft zu.</translation>
    </message>
    <message>
        <source>Rules that match: %1.</source>
        <translation>Zutreffende Regeln: %1.</translation>
    </message>
    <message>
        <source>Not all places are known of %1.</source>
        <translation>Nicht alle Stellen sind bekannt von %1.</translation>
    </message>
</context>
<context>
    <name>octavo::GoMenu</name>
    <message>
        <source>&amp;Go to Offset…</source>
        <translation>&amp;Gehe zu Offset …</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Start of Document</source>
        <translation>&amp;Anfang des Dokuments</translation>
    </message>
    <message>
        <source>&amp;End of Document</source>
        <translation>&amp;Ende des Dokuments</translation>
    </message>
    <message>
        <source>Add Boo&amp;kmark</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>&amp;Next Bookmark</source>
        <translation>&amp;Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>&amp;Previous Bookmark</source>
        <translation>V&amp;origes Lesezeichen</translation>
    </message>
    <message>
        <source>Next &amp;Document</source>
        <translation>Nächstes &amp;Dokument</translation>
    </message>
    <message>
        <source>Previous D&amp;ocument</source>
        <translation>Vo&amp;riges Dokument</translation>
    </message>
    <message>
        <source>&amp;Hex View</source>
        <translation>&amp;Hex-Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>Bookmark %1</source>
        <translation>Lesezeichen %1</translation>
    </message>
    <message>
        <source>N&amp;umbered Bookmarks</source>
        <translation>N&amp;ummerierte Lesezeichen</translation>
    </message>
    <message>
        <source>Go to Bookmark &amp;%1</source>
        <translation>Gehe zu Lesezeichen &amp;%1</translation>
    </message>
    <message>
        <source>Set Bookmark %1</source>
        <translation>Lesezeichen %1 setzen</translation>
    </message>
    <message>
        <source>This document has no bookmark %1. %2 sets it.</source>
        <translation>Dieses Dokument hat kein Lesezeichen %1. %2 setzt es.</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>Voriger Berei&amp;ch</translation>
    </message>
    <message>
        <source>Next &amp;Change in the File</source>
        <translation>Nächste geänderte S&amp;telle der Datei</translation>
    </message>
    <message>
        <source>P&amp;revious Change in the File</source>
        <translation>Vorige geänderte &amp;Stelle der Datei</translation>
    </message>
    <message>
        <source>Follo&amp;w Pointer</source>
        <translation>Ze&amp;iger folgen</translation>
    </message>
    <message>
        <source>Follow Pointer As…</source>
        <translation>Zeiger folgen als …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Bookmark Fi&amp;les</source>
        <translation>&amp;Lesezeichen-Dateien</translation>
    </message>
    <message>
        <source>Next Structure F&amp;ield</source>
        <translation>Zum nächsten &amp;Feld</translation>
    </message>
    <message>
        <source>Previous S&amp;tructure Field</source>
        <translation>Zu&amp;m vorigen Feld</translation>
    </message>
</context>
<context>
    <name>octavo::GoToDialog</name>
    <message>
        <source>Go to Offset</source>
        <translation>Gehe zu Offset</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>Se&amp;lect from the caret to there</source>
        <translation>Von der Schreibmarke bis dorthin aus&amp;wählen</translation>
    </message>
    <message>
        <source>&amp;Offset:</source>
        <translation>&amp;Offset:</translation>
    </message>
    <message>
        <source>&amp;start</source>
        <translation>&amp;Anfang</translation>
    </message>
    <message>
        <source>&amp;caret</source>
        <translation>&amp;Schreibmarke</translation>
    </message>
    <message>
        <source>&amp;end, backwards</source>
        <translation>&amp;Ende, rückwärts</translation>
    </message>
    <message>
        <source>Counted from:</source>
        <translation>Gezählt ab:</translation>
    </message>
    <message>
        <source>The document ends at %1; the caret is at %2.</source>
        <translation>Das Dokument endet bei %1; die Schreibmarke steht bei %2.</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>Geht zu %1</translation>
    </message>
    <message>
        <source>, the end</source>
        <translation>, dem Ende</translation>
    </message>
    <message>
        <source>, %1 bytes on</source>
        <translation>, %1 Bytes weiter</translation>
    </message>
    <message>
        <source>, %1 bytes back</source>
        <translation>, %1 Bytes zurück</translation>
    </message>
    <message>
        <source>, in sector %1 of %2 bytes each</source>
        <translation>, in Sektor %1 zu je %2 Bytes</translation>
    </message>
    <message>
        <source>0x1000, 4k, end-16, here+0x20, sector 12, record 7+4</source>
        <translation>0x1000, 4k, end-16, here+0x20, sector 12, record 7+4</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;first at:</source>
        <translation>erster &amp;bei:</translation>
    </message>
    <message>
        <source>Start of record 0</source>
        <translation>Anfang von Datensatz 0</translation>
    </message>
    <message>
        <source>&amp;Record size:</source>
        <translation>&amp;Datensatzlänge:</translation>
    </message>
    <message>
        <source>Record size</source>
        <translation>Datensatzlänge</translation>
    </message>
    <message>
        <source>Record size: %1</source>
        <translation>Datensatzlänge: %1</translation>
    </message>
    <message>
        <source>Start of record 0: %1</source>
        <translation>Anfang von Datensatz 0: %1</translation>
    </message>
    <message>
        <source>Fill in the record size, so that records can be counted.</source>
        <translation>Geben Sie die Datensatzlänge an, damit Datensätze gezählt werden können.</translation>
    </message>
    <message>
        <source>, record %1 + %2</source>
        <translation>, Datensatz %1 + %2</translation>
    </message>
</context>
<context>
    <name>octavo::HelpMenu</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Octavo</source>
        <translation>Über Octavo</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Octavo %1&lt;/h3&gt;&lt;p&gt;A hex editor that never loses a byte.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Octavo %1&lt;/h3&gt;&lt;p&gt;Ein Hex-Editor, der nie ein Byte verliert.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Licensed under the Apache License 2.0. Built with Qt %1.</source>
        <translation>Unter der Apache License 2.0. Gebaut mit Qt %1.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>&amp;Befehl suchen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>&amp;About Octavo</source>
        <translation>&amp;Über Octavo</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
</context>
<context>
    <name>octavo::HexView</name>
    <message>
        <source>%1, offset %2, end of the document</source>
        <translation>%1, Offset %2, Ende des Dokuments</translation>
    </message>
    <message>
        <source>%1, offset %2, byte %3</source>
        <translation>%1, Offset %2, Byte %3</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>nichts ausgewählt</translation>
    </message>
    <message>
        <source>%1 bytes selected, from %2 to %3</source>
        <translation>%1 Bytes ausgewählt, von %2 bis %3</translation>
    </message>
    <message>
        <source>Hex view</source>
        <translation>Hex-Ansicht</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>%1 bytes selected in %2 ranges</source>
        <translation>%1 Bytes in %2 Bereichen ausgewählt</translation>
    </message>
</context>
<context>
    <name>octavo::HistoryDelegate</name>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>Name of this state</source>
        <translation>Name dieses Standes</translation>
    </message>
</context>
<context>
    <name>octavo::HistoryModel</name>
    <message>
        <source>present state</source>
        <translation>jetziger Stand</translation>
    </message>
    <message>
        <source>done</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
</context>
<context>
    <name>octavo::HistoryPanel</name>
    <message>
        <source>&amp;Mark This State</source>
        <translation>Diesen Stand ben&amp;ennen</translation>
    </message>
    <message>
        <source>&amp;Go Here</source>
        <translation>&amp;Hierher gehen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Benennen</translation>
    </message>
    <message>
        <source>&amp;Remove Name</source>
        <translation>Name &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Copy Description</source>
        <translation>Beschreibung &amp;kopieren</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Give the present state a name, to come back to it</source>
        <translation>Dem jetzigen Stand einen Namen geben, um zu ihm zurückzukehren</translation>
    </message>
    <message>
        <source>Mar&amp;ks</source>
        <translation>Benann&amp;te</translation>
    </message>
    <message>
        <source>Go to a state that has a name</source>
        <translation>Zu einem Stand gehen, der einen Namen hat</translation>
    </message>
    <message>
        <source>The saved state is not among the steps done.</source>
        <translation>Der gespeicherte Stand gehört nicht zu den ausgeführten Schritten.</translation>
    </message>
    <message>
        <source>Nothing was done since the last save.</source>
        <translation>Seit dem letzten Speichern wurde nichts geändert.</translation>
    </message>
    <message>
        <source>1 step since the last save.</source>
        <translation>1 Schritt seit dem letzten Speichern.</translation>
    </message>
    <message>
        <source>%L1 steps since the last save.</source>
        <translation>%L1 Schritte seit dem letzten Speichern.</translation>
    </message>
</context>
<context>
    <name>octavo::HistoryText</name>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>Typed %1 at %2</source>
        <translation>%1 getippt bei %2</translation>
    </message>
    <message>
        <source>Deleted %1 at %2</source>
        <translation>%1 gelöscht bei %2</translation>
    </message>
    <message>
        <source>Inserted %1 at %2</source>
        <translation>%1 eingefügt bei %2</translation>
    </message>
    <message>
        <source>Overwrote %1 at %2</source>
        <translation>%1 überschrieben bei %2</translation>
    </message>
    <message>
        <source>Cut %1 at %2</source>
        <translation>%1 ausgeschnitten bei %2</translation>
    </message>
    <message>
        <source>Pasted %1 at %2</source>
        <translation>%1 aus der Zwischenablage bei %2</translation>
    </message>
    <message>
        <source>Filled %1 at %2</source>
        <translation>%1 gefüllt bei %2</translation>
    </message>
    <message>
        <source>Cut off %1 at %2</source>
        <translation>%1 abgeschnitten bei %2</translation>
    </message>
    <message>
        <source>Appended %1 at %2</source>
        <translation>%1 angehängt bei %2</translation>
    </message>
    <message>
        <source>Changed a value, %1 at %2</source>
        <translation>Wert geändert, %1 bei %2</translation>
    </message>
    <message>
        <source>Transformed %1 at %2</source>
        <translation>%1 umgewandelt bei %2</translation>
    </message>
    <message>
        <source>Imported %1 at %2</source>
        <translation>%1 importiert bei %2</translation>
    </message>
    <message>
        <source>Reloaded %1 at %2</source>
        <translation>%1 neu geladen bei %2</translation>
    </message>
    <message>
        <source>Replaced between %1 and %2</source>
        <translation>Zwischen %1 und %2 ersetzt</translation>
    </message>
</context>
<context>
    <name>octavo::HoverText</name>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Byte</source>
        <translation>Byte</translation>
    </message>
</context>
<context>
    <name>octavo::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>no file chosen</source>
        <translation>keine Datei gewählt</translation>
    </message>
    <message>
        <source>C&amp;hoose …</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>the lowest address in the file</source>
        <translation>der niedrigsten Adresse in der Datei</translation>
    </message>
    <message>
        <source>address 0</source>
        <translation>Adresse 0</translation>
    </message>
    <message>
        <source>First &amp;byte is:</source>
        <translation>Erstes &amp;Byte liegt bei:</translation>
    </message>
    <message>
        <source>&amp;Gaps are filled with:</source>
        <translation>&amp;Lücken füllen mit:</translation>
    </message>
    <message>
        <source>&amp;Opens as a new document</source>
        <translation>Als neues &amp;Dokument öffnen</translation>
    </message>
    <message>
        <source>Is i&amp;nserted at the caret</source>
        <translation>An der Schreibmarke ei&amp;nfügen</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Ergebnis:</translation>
    </message>
    <message>
        <source>Choose the file to import.</source>
        <translation>Wählen Sie die Datei, die importiert werden soll.</translation>
    </message>
    <message>
        <source>Gaps are filled with one byte of two hex digits, for example FF.</source>
        <translation>Lücken werden mit einem Byte aus zwei Hex-Ziffern gefüllt, zum Beispiel FF.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Gives %1</source>
        <translation>Ergibt %1</translation>
    </message>
    <message>
        <source> from addresses %1 to %2</source>
        <translation> von Adresse %1 bis %2</translation>
    </message>
    <message>
        <source>, entry point %1</source>
        <translation>, Einsprung %1</translation>
    </message>
    <message>
        <source>“%1” is not %2 at %3. Choose another format, or correct the file.</source>
        <translation>„%1“ ist an dieser Stelle kein %2: %3. Wählen Sie ein anderes Format oder berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>its start</source>
        <translation>am Anfang</translation>
    </message>
    <message>
        <source>“%1”, %2: the checksum does not match. The file is damaged; get it again.</source>
        <translation>„%1“, %2: Die Prüfsumme stimmt nicht. Die Datei ist beschädigt; besorgen Sie sie neu.</translation>
    </message>
    <message>
        <source>“%1” ends too early (%2). Get the whole file.</source>
        <translation>„%1“ endet zu früh (%2). Besorgen Sie die ganze Datei.</translation>
    </message>
    <message>
        <source>%1, imported</source>
        <translation>%1, importiert</translation>
    </message>
    <message>
        <source>, in %1 pieces</source>
        <translation>, in %1 Stücken</translation>
    </message>
    <message>
        <source>Import from File</source>
        <translation>Aus Datei importieren</translation>
    </message>
</context>
<context>
    <name>octavo::InputProblem</name>
    <message>
        <source>That lies outside the document, which ends at %1.</source>
        <translation>Das liegt außerhalb des Dokuments, das bei %1 endet.</translation>
    </message>
    <message>
        <source>That number is too large.</source>
        <translation>Diese Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation>Am Ende fehlt etwas.</translation>
    </message>
    <message>
        <source>The last byte needs a second digit.</source>
        <translation>Dem letzten Byte fehlt die zweite Ziffer.</translation>
    </message>
    <message>
        <source>A byte is two digits: one stands alone before the space.</source>
        <translation>Ein Byte hat zwei Ziffern: Vor dem Leerzeichen steht eine allein.</translation>
    </message>
    <message>
        <source>“%1” is not a hexadecimal digit.</source>
        <translation>„%1“ ist keine Hex-Ziffer.</translation>
    </message>
    <message>
        <source>“%1” at character %2 is not understood. Write numbers as 4096, 0x1000 or 4k, joined by + - * /.</source>
        <translation>„%1“ an Stelle %2 ist nicht verständlich. Schreiben Sie Zahlen als 4096, 0x1000 oder 4k, verbunden mit + - * /.</translation>
    </message>
</context>
<context>
    <name>octavo::InsertBytesDialog</name>
    <message>
        <source>Insert Bytes</source>
        <translation>Bytes einfügen</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>64, 0x40, 4k</source>
        <translation>64, 0x40, 4k</translation>
    </message>
    <message>
        <source>&amp;Number of bytes:</source>
        <translation>&amp;Anzahl der Bytes:</translation>
    </message>
    <message>
        <source>Fill &amp;with:</source>
        <translation>Füllen &amp;mit:</translation>
    </message>
    <message>
        <source>Type how many bytes to insert.</source>
        <translation>Geben Sie ein, wie viele Bytes eingefügt werden sollen.</translation>
    </message>
    <message>
        <source>Inserting no bytes would do nothing.</source>
        <translation>Null Bytes einzufügen würde nichts ändern.</translation>
    </message>
    <message>
        <source>The document would become too large.</source>
        <translation>Das Dokument würde zu groß.</translation>
    </message>
    <message>
        <source>Inserts %1 bytes at %2; what follows moves back.</source>
        <translation>Fügt %1 Bytes bei %2 ein; was folgt, rückt nach hinten.</translation>
    </message>
</context>
<context>
    <name>octavo::InspectorDelegate</name>
    <message>
        <source>New value, %1</source>
        <translation>Neuer Wert, %1</translation>
    </message>
</context>
<context>
    <name>octavo::InspectorModel</name>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>außerhalb des Wertebereichs</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Little endian</source>
        <translation>Little Endian</translation>
    </message>
    <message>
        <source>Big endian</source>
        <translation>Big Endian</translation>
    </message>
    <message>
        <source>%1 cannot hold “%2”: the value is out of range.</source>
        <translation>„%2“ passt nicht in %1: Der Wert liegt außerhalb des Wertebereichs.</translation>
    </message>
    <message>
        <source>The document ends too early for that value.</source>
        <translation>Das Dokument endet zu früh für diesen Wert.</translation>
    </message>
    <message>
        <source>%1 needs more than “%2”.</source>
        <translation>„%2“ genügt nicht für %1.</translation>
    </message>
    <message>
        <source>“%1” does not belong in a value of type %2.</source>
        <translation>„%1“ gehört nicht in einen Wert vom Typ %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be written as %2.</source>
        <translation>„%1“ lässt sich nicht als %2 schreiben.</translation>
    </message>
    <message>
        <source>needs %1 bytes</source>
        <translation>braucht %1 Bytes</translation>
    </message>
</context>
<context>
    <name>octavo::InspectorPanel</name>
    <message>
        <source>Little endian</source>
        <translation>Little Endian</translation>
    </message>
    <message>
        <source>Big endian</source>
        <translation>Big Endian</translation>
    </message>
    <message>
        <source>The byte order shown in full strength</source>
        <translation>Die Byte-Reihenfolge, die kräftig dargestellt wird</translation>
    </message>
    <message>
        <source>Preferred byte order</source>
        <translation>Bevorzugte Byte-Reihenfolge</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>Dezimal</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>Hexadezimal</translation>
    </message>
    <message>
        <source>How whole numbers are shown</source>
        <translation>Wie ganze Zahlen dargestellt werden</translation>
    </message>
    <message>
        <source>Notation of whole numbers</source>
        <translation>Schreibweise ganzer Zahlen</translation>
    </message>
    <message>
        <source>Values at the caret</source>
        <translation>Werte an der Schreibmarke</translation>
    </message>
    <message>
        <source>&amp;Copy Value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Select These Bytes</source>
        <translation>Diese Bytes &amp;auswählen</translation>
    </message>
    <message>
        <source>%1 bytes became %2; what follows has moved.</source>
        <translation>Aus %1 Bytes wurden %2; was folgt, hat sich verschoben.</translation>
    </message>
</context>
<context>
    <name>octavo::JobBoard</name>
    <message>
        <source>Running jobs</source>
        <translation>Laufende Aufgaben</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>octavo::JobRow</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopping: %1</source>
        <translation>Wird angehalten: %1</translation>
    </message>
    <message>
        <source>Progress of: %1</source>
        <translation>Fortschritt von: %1</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Anhalten: %1</translation>
    </message>
</context>
<context>
    <name>octavo::JobStrip</name>
    <message>
        <source>Sto&amp;p</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>octavo::LargeCopy</name>
    <message>
        <source>Other programs can paste the %1 now.</source>
        <translation>Andere Programme können die %1 jetzt einfügen.</translation>
    </message>
    <message>
        <source>Preparing the copy for other programs</source>
        <translation>Bereite die Kopie für andere Programme vor</translation>
    </message>
    <message>
        <source>%1 copied. It can be pasted in Octavo at once; other programs get so much only when you ask for it.</source>
        <translation>%1 kopiert. In Octavo lässt sich das sofort einfügen; andere Programme bekommen so viel nur auf Wunsch.</translation>
    </message>
    <message>
        <source>&amp;Offer to Other Programs Too</source>
        <translation>Auch anderen Programmen &amp;anbieten</translation>
    </message>
    <message>
        <source>%1 copied. It can be pasted in Octavo, but more than %2 is too much to offer to other programs. Save the selection or export it instead.</source>
        <translation>%1 kopiert. In Octavo lässt sich das einfügen, aber mehr als %2 sind zu viel für andere Programme. Speichern oder exportieren Sie stattdessen die Auswahl.</translation>
    </message>
    <message>
        <source>&amp;Save Selection As…</source>
        <translation>Auswahl &amp;speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Something else was copied since. Copy the bytes again to offer them.</source>
        <translation>Seither wurde etwas anderes kopiert. Kopieren Sie die Bytes noch einmal, um sie anzubieten.</translation>
    </message>
</context>
<context>
    <name>octavo::LiveResult</name>
    <message>
        <source>Reading the structure</source>
        <translation>Struktur wird gelesen</translation>
    </message>
    <message>
        <source>What the document is by this description</source>
        <translation>Was das Dokument nach dieser Beschreibung ist</translation>
    </message>
    <message>
        <source>Open a document to see what it is by this description.</source>
        <translation>Öffnen Sie ein Dokument, um zu sehen, was es nach dieser Beschreibung ist.</translation>
    </message>
    <message>
        <source>Reading the structure…</source>
        <translation>Struktur wird gelesen …</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Stopped before all was read.</source>
        <translation>Angehalten, bevor alles gelesen war.</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>The description has errors. This is by the last one without.</source>
        <translation>Die Beschreibung hat Fehler. Dies folgt der letzten ohne Fehler.</translation>
    </message>
    <message>
        <source>The description has errors.</source>
        <translation>Die Beschreibung hat Fehler.</translation>
    </message>
</context>
<context>
    <name>octavo::MainWindow</name>
    <message>
        <source>Open documents</source>
        <translation>Geöffnete Dokumente</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>Hauptwerkzeugleiste</translation>
    </message>
    <message>
        <source>%1 (saving)</source>
        <translation>%1 (wird gespeichert)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>octavo::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
</context>
<context>
    <name>octavo::MergeDialog</name>
    <message>
        <source>Merge Changes</source>
        <translation>Änderungen zusammenführen</translation>
    </message>
    <message>
        <source>You and another program changed the same bytes of “%1”. Choose which to keep.</source>
        <translation>Sie und ein anderes Programm haben dieselben Bytes von „%1“ geändert. Wählen Sie, welche bleiben.</translation>
    </message>
    <message>
        <source>Another program wrote over “%1”, and the bytes it had when you opened it are gone. So every place where your version differs from the file is listed. Choose which bytes to keep.</source>
        <translation>Ein anderes Programm hat „%1“ überschrieben, und die Bytes vom Öffnen sind verloren. Deshalb ist jede Stelle aufgeführt, an der sich Ihre Fassung von der Datei unterscheidet. Wählen Sie, welche Bytes bleiben.</translation>
    </message>
    <message>
        <source>Mer&amp;ge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>All &amp;Mine</source>
        <translation>Alle &amp;meine</translation>
    </message>
    <message>
        <source>All in the &amp;File</source>
        <translation>Alle aus der &amp;Datei</translation>
    </message>
    <message>
        <source>Places that differ</source>
        <translation>Stellen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Other changes, merged without asking: %1.</source>
        <translation>Weitere Änderungen, ohne Rückfrage zusammengeführt: %1.</translation>
    </message>
    <message>
        <source>Yours stay: %1. Taken from the file: %2. Undo brings all of yours back.</source>
        <translation>Ihre bleiben: %1. Aus der Datei übernommen: %2. Rückgängig bringt alle Ihre zurück.</translation>
    </message>
</context>
<context>
    <name>octavo::MergeModel</name>
    <message>
        <source>gone</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source> … (%1)</source>
        <translation> … (%1)</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Beim Öffnen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>In the file now</source>
        <translation>Jetzt in der Datei</translation>
    </message>
</context>
<context>
    <name>octavo::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>octavo::Messages</name>
    <message>
        <source>%1 was not found.</source>
        <translation>%1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the name, or whether the drive is mounted.</source>
        <translation>Prüfen Sie den Namen oder ob das Laufwerk eingehängt ist.</translation>
    </message>
    <message>
        <source>You have no permission to do that with %1.</source>
        <translation>Für %1 fehlt Ihnen die Berechtigung dazu.</translation>
    </message>
    <message>
        <source>Change its permissions, or save a copy somewhere else.</source>
        <translation>Ändern Sie die Zugriffsrechte oder speichern Sie anderswo eine Kopie.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>Open a file inside it.</source>
        <translation>Öffnen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>%1 is a pipe, a socket or a device without a size.</source>
        <translation>%1 ist eine Pipe, ein Socket oder ein Gerät ohne Größe.</translation>
    </message>
    <message>
        <source>Copy its data to a file first, and open that.</source>
        <translation>Kopieren Sie die Daten zuerst in eine Datei und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>%1 ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>See whether another program can open it.</source>
        <translation>Prüfen Sie, ob ein anderes Programm das kann.</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Check the drive and its connection, then reload the file.</source>
        <translation>Prüfen Sie das Laufwerk und seine Verbindung und laden Sie die Datei dann neu.</translation>
    </message>
    <message>
        <source>%1 could not be written; its old content is untouched.</source>
        <translation>%1 ließ sich nicht schreiben; der alte Inhalt ist unberührt.</translation>
    </message>
    <message>
        <source>Try again, or save a copy on another drive.</source>
        <translation>Versuchen Sie es noch einmal oder speichern Sie eine Kopie auf einem anderen Laufwerk.</translation>
    </message>
    <message>
        <source>The drive did not confirm that %1 is stored safely.</source>
        <translation>Das Laufwerk hat nicht bestätigt, dass %1 sicher gespeichert ist.</translation>
    </message>
    <message>
        <source>Save a copy on another drive before you close the document.</source>
        <translation>Speichern Sie eine Kopie auf einem anderen Laufwerk, bevor Sie das Dokument schließen.</translation>
    </message>
    <message>
        <source>There is no room to write %1.</source>
        <translation>Für %1 ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Free some space, or save a copy on another drive; your changes are still here.</source>
        <translation>Schaffen Sie Platz oder speichern Sie eine Kopie auf einem anderen Laufwerk; Ihre Änderungen sind noch da.</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened.</source>
        <translation>Ein anderes Programm hat %1 seit dem Öffnen geändert.</translation>
    </message>
    <message>
        <source>Reload it, or save your version under another name.</source>
        <translation>Laden Sie die Datei neu oder speichern Sie Ihre Fassung unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Part of %1 cannot be read, so nothing was made from it.</source>
        <translation>Ein Teil von %1 ist nicht lesbar, darum wurde nichts daraus gemacht.</translation>
    </message>
    <message>
        <source>Choose a range without the damaged part, or repair the file first.</source>
        <translation>Wählen Sie einen Bereich ohne den beschädigten Teil oder reparieren Sie zuerst die Datei.</translation>
    </message>
    <message>
        <source>%1: stopped as you asked.</source>
        <translation>%1: auf Ihren Wunsch angehalten.</translation>
    </message>
    <message>
        <source>Nothing was changed; start it again when you like.</source>
        <translation>Es wurde nichts geändert; Sie können jederzeit neu beginnen.</translation>
    </message>
    <message>
        <source>%1: the place lies outside the document.</source>
        <translation>%1: Die Stelle liegt außerhalb des Dokuments.</translation>
    </message>
    <message>
        <source>Enter an offset between 0 and the document&apos;s size.</source>
        <translation>Geben Sie einen Offset zwischen 0 und der Größe des Dokuments ein.</translation>
    </message>
    <message>
        <source>%1: the result would be too large.</source>
        <translation>%1: Das Ergebnis würde zu groß.</translation>
    </message>
    <message>
        <source>Choose a smaller range or length.</source>
        <translation>Wählen Sie einen kleineren Bereich oder eine kleinere Länge.</translation>
    </message>
    <message>
        <source>%1 does not have the expected form.</source>
        <translation>%1 hat nicht die erwartete Form.</translation>
    </message>
    <message>
        <source>Correct it at the place named and try again.</source>
        <translation>Berichtigen Sie es an der genannten Stelle und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not supported here.</source>
        <translation>%1 wird hier nicht unterstützt.</translation>
    </message>
    <message>
        <source>Choose another format or method.</source>
        <translation>Wählen Sie ein anderes Format oder Verfahren.</translation>
    </message>
    <message>
        <source>%1 ends too early.</source>
        <translation>%1 endet zu früh.</translation>
    </message>
    <message>
        <source>Select the data up to its real end, or check that it is whole.</source>
        <translation>Wählen Sie die Daten bis zu ihrem wirklichen Ende aus oder prüfen Sie, ob sie vollständig sind.</translation>
    </message>
    <message>
        <source>%1: the stored check value does not match the data.</source>
        <translation>%1: Der gespeicherte Prüfwert passt nicht zu den Daten.</translation>
    </message>
    <message>
        <source>The data is damaged or incomplete; get it again if you can.</source>
        <translation>Die Daten sind beschädigt oder unvollständig; besorgen Sie sie neu, wenn Sie können.</translation>
    </message>
    <message>
        <source>%1: the work was stopped at its limit.</source>
        <translation>%1: Die Arbeit wurde an ihrer Grenze angehalten.</translation>
    </message>
    <message>
        <source>Raise the limit or choose a smaller range.</source>
        <translation>Erhöhen Sie die Grenze oder wählen Sie einen kleineren Bereich.</translation>
    </message>
    <message>
        <source>%1: a library reported a failure.</source>
        <translation>%1: Eine Bibliothek meldete einen Fehler.</translation>
    </message>
    <message>
        <source>Try again with other settings or a smaller range.</source>
        <translation>Versuchen Sie es mit anderen Einstellungen oder einem kleineren Bereich.</translation>
    </message>
    <message>
        <source>%1 is busy with something else.</source>
        <translation>%1 ist gerade anderweitig beschäftigt.</translation>
    </message>
    <message>
        <source>Wait until that has ended, or stop it, and try again.</source>
        <translation>Warten Sie, bis das beendet ist, oder halten Sie es an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Die Datenmenge</translation>
    </message>
    <message>
        <source>It happened at offset %1.</source>
        <translation>Es geschah bei Offset %1.</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>Das System meldet: %1.</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größenänderung</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Umwandlung</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>%1 carries a mark that forbids to change it (immutable or append only).</source>
        <translation>%1 trägt ein Merkmal, das Änderungen verbietet (unveränderlich oder nur anfügen).</translation>
    </message>
    <message>
        <source>Take the mark away (chattr -i -a), or save under another name.</source>
        <translation>Nehmen Sie das Merkmal weg (chattr -i -a), oder speichern Sie unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Saving was cut off, and the file is neither old nor new: %1 remembers what it takes to mend it.</source>
        <translation>Das Speichern wurde abgebrochen, und die Datei ist weder alt noch neu: %1 enthält, was zu ihrer Wiederherstellung nötig ist.</translation>
    </message>
    <message>
        <source>Leave that file where it is and open the document again: the save is then undone or completed.</source>
        <translation>Lassen Sie diese Datei, wo sie ist, und öffnen Sie das Dokument erneut: Das Speichern wird dann zurückgenommen oder zu Ende geführt.</translation>
    </message>
</context>
<context>
    <name>octavo::Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>Minimap</translation>
    </message>
</context>
<context>
    <name>octavo::NodeRows</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>more than %1 items</source>
        <translation>mehr als %1 Einträge</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Where the bytes lie that it was decoded from.</source>
        <translation>Wo die Bytes liegen, aus denen dies dekodiert wurde.</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Einträge</translation>
    </message>
</context>
<context>
    <name>octavo::NumberText</name>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>empty at %1</source>
        <translation>leer bei %1</translation>
    </message>
    <message>
        <source>%1 ranges, %2 (%3)</source>
        <translation>%1 Bereiche, %2 (%3)</translation>
    </message>
</context>
<context>
    <name>octavo::Panels</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Prüfsummen</translation>
    </message>
    <message>
        <source>Compress</source>
        <translation>Komprimieren</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Search Results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Strings</source>
        <translation>Zeichenketten</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
</context>
<context>
    <name>octavo::PasteSpecialDialog</name>
    <message>
        <source>Paste Special</source>
        <translation>Einfügen spezial</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Hex digits (DE AD, 0xDE 0xAD, \xDE\xAD)</source>
        <translation>Hex-Ziffern (DE AD, 0xDE 0xAD, \xDE\xAD)</translation>
    </message>
    <message>
        <source>Numbers of an array (C, Java, Python …)</source>
        <translation>Zahlen eines Arrays (C, Java, Python …)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The &amp;text is:</source>
        <translation>Der &amp;Text besteht aus:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Kodierung:</translation>
    </message>
    <message>
        <source>&amp;Bytes:</source>
        <translation>&amp;Bytes:</translation>
    </message>
    <message>
        <source>There is nothing to paste in this text.</source>
        <translation>In diesem Text gibt es nichts einzufügen.</translation>
    </message>
    <message>
        <source>Gives %1.</source>
        <translation>Ergibt %1.</translation>
    </message>
    <message>
        <source>%1 cannot write all of these characters.</source>
        <translation>%1 kann nicht alle diese Zeichen schreiben.</translation>
    </message>
    <message>
        <source>The text is not of that form.</source>
        <translation>Der Text hat nicht diese Form.</translation>
    </message>
    <message>
        <source>The text is not of that form: it ends too early, in line %1.</source>
        <translation>Der Text hat nicht diese Form: Er endet zu früh, in Zeile %1.</translation>
    </message>
    <message>
        <source>The text is not of that form: see “%1” in line %2.</source>
        <translation>Der Text hat nicht diese Form: siehe „%1“ in Zeile %2.</translation>
    </message>
</context>
<context>
    <name>octavo::PatternsModel</name>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>octavo::PatternsPanel</name>
    <message>
        <source>&amp;Add from Find Bar</source>
        <translation>Aus der Suchleiste &amp;übernehmen</translation>
    </message>
    <message>
        <source>List &amp;Occurrences</source>
        <translation>V&amp;orkommen auflisten</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Find This</source>
        <translation>Danach &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Colour…</source>
        <translation>&amp;Farbe …</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>List all occurrences of all checked patterns</source>
        <translation>Alle Vorkommen aller angekreuzten Muster auflisten</translation>
    </message>
    <message>
        <source>Highlight what the find bar looks for all the time</source>
        <translation>Ständig hervorheben, wonach die Suchleiste sucht</translation>
    </message>
    <message>
        <source>The find bar has nothing to look for yet.</source>
        <translation>In der Suchleiste steht noch nichts, wonach gesucht werden könnte.</translation>
    </message>
    <message>
        <source>There are %1 patterns already; remove one first.</source>
        <translation>Es sind schon %1 Muster; entfernen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>Looking for patterns in %1</source>
        <translation>Muster in %1 suchen</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Of each the first %1 are highlighted.</source>
        <translation>Von jedem sind die ersten %1 hervorgehoben.</translation>
    </message>
</context>
<context>
    <name>octavo::PointerText</name>
    <message>
        <source>The pointer at %1 says %2, which leads outside the document: it ends at %3.</source>
        <translation>Der Zeiger bei %1 lautet %2 und führt aus dem Dokument hinaus: Es endet bei %3.</translation>
    </message>
    <message>
        <source>The pointer at %1 says %2 and leads to %3.</source>
        <translation>Der Zeiger bei %1 lautet %2 und führt nach %3.</translation>
    </message>
    <message>
        <source>The document ends within the pointer of %1 bytes at %2.</source>
        <translation>Das Dokument endet innerhalb des Zeigers von %1 Bytes bei %2.</translation>
    </message>
    <message>
        <source>The pointer at %1 cannot be read.</source>
        <translation>Der Zeiger bei %1 ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>octavo::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>Start typing in &amp;insert mode</source>
        <translation>Im &amp;Einfügemodus beginnen</translation>
    </message>
    <message>
        <source>Open the files of &amp;last time at start</source>
        <translation>Beim Start die Dateien vom &amp;letzten Mal öffnen</translation>
    </message>
    <message>
        <source>Changes show at once. Those of rows, groups and encoding are for documents opened from now on.</source>
        <translation>Änderungen wirken sofort. Zeilen, Gruppen und Kodierung gelten für Dokumente, die ab jetzt geöffnet werden.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Farbschema:</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Size of the bytes:</source>
        <translation>&amp;Größe der Bytes:</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>so viele wie passen</translation>
    </message>
    <message>
        <source>&amp;Bytes per row:</source>
        <translation>&amp;Bytes pro Zeile:</translation>
    </message>
    <message>
        <source>&amp;Group by:</source>
        <translation>Gr&amp;uppieren zu:</translation>
    </message>
    <message>
        <source>&amp;Encoding of the text:</source>
        <translation>&amp;Kodierung des Textes:</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>&amp;Keep the undo history of closed files</source>
        <translation>&amp;Verlauf geschlossener Dateien behalten</translation>
    </message>
    <message>
        <source>&amp;Forget Kept Histories</source>
        <translation>Behaltene Verläufe ve&amp;rgessen</translation>
    </message>
    <message>
        <source>Undo then works after a restart, while the file stays as it was left. Bytes that were removed from a file stay on this computer, where only you can read them. Turning this off removes them.</source>
        <translation>Rückgängig geht dann auch nach einem Neustart, solange die Datei bleibt, wie sie war. Aus einer Datei entfernte Bytes bleiben auf diesem Computer, wo nur Sie sie lesen können. Wer dies ausschaltet, entfernt sie.</translation>
    </message>
    <message>
        <source>Remove what was kept of all files until now</source>
        <translation>Entfernt, was bisher von allen Dateien behalten wurde</translation>
    </message>
    <message>
        <source>The kept histories are gone.</source>
        <translation>Die behaltenen Verläufe sind weg.</translation>
    </message>
</context>
<context>
    <name>octavo::RecordTableModel</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
</context>
<context>
    <name>octavo::RecordTableWindow</name>
    <message>
        <source>Reading the items of %1</source>
        <translation>Einträge von %1 werden gelesen</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Go to &amp;item:</source>
        <translation>Gehe zu &amp;Eintrag:</translation>
    </message>
    <message>
        <source>Go to item</source>
        <translation>Gehe zu Eintrag</translation>
    </message>
    <message>
        <source>Number, Enter</source>
        <translation>Nummer, Eingabe</translation>
    </message>
    <message>
        <source>Items before these</source>
        <translation>Einträge vor diesen</translation>
    </message>
    <message>
        <source>Items behind these</source>
        <translation>Einträge hinter diesen</translation>
    </message>
    <message>
        <source>&amp;Go to the Bytes</source>
        <translation>&amp;Zu den Bytes gehen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy as C&amp;SV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>&amp;Export All as CSV…</source>
        <translation>Alle als CSV e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Sort by This Column, &amp;Ascending</source>
        <translation>Nach dieser Spalte &amp;aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort by This Column, &amp;Descending</source>
        <translation>Nach dieser Spalte a&amp;bsteigend sortieren</translation>
    </message>
    <message>
        <source>In the Order of the A&amp;rray</source>
        <translation>In der &amp;Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Reading the items…</source>
        <translation>Einträge werden gelesen …</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Einträge werden sortiert …</translation>
    </message>
    <message>
        <source>Stopped before all items were read.</source>
        <translation>Angehalten, bevor alle Einträge gelesen waren.</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>There is no array at %1 now.</source>
        <translation>Bei %1 gibt es jetzt keine Liste.</translation>
    </message>
    <message>
        <source>The bytes have changed since the items were sorted.</source>
        <translation>Die Bytes haben sich geändert, seit die Einträge sortiert wurden.</translation>
    </message>
    <message>
        <source>Sort &amp;Again</source>
        <translation>Neu &amp;sortieren</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>%1, sorted by %2</source>
        <translation>%1, nach %2 sortiert</translation>
    </message>
    <message>
        <source>%1, sorted by %2, descending</source>
        <translation>%1, nach %2 absteigend sortiert</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of %3</source>
        <translation>Zeilen %1 bis %2 von %3</translation>
    </message>
    <message>
        <source>There are no items.</source>
        <translation>Es gibt keine Einträge.</translation>
    </message>
    <message>
        <source>Items have numbers from 0 to %1.</source>
        <translation>Die Einträge haben Nummern von 0 bis %1.</translation>
    </message>
    <message>
        <source>Sorting the items of %1</source>
        <translation>Einträge von %1 werden sortiert</translation>
    </message>
    <message>
        <source>At most %1 items, and texts of 1 GiB, can be sorted.</source>
        <translation>Sortieren lassen sich höchstens %1 Einträge und Texte von 1 GiB.</translation>
    </message>
    <message>
        <source>Copying items</source>
        <translation>Einträge werden kopiert</translation>
    </message>
    <message>
        <source>Copied %1 of %2 rows.</source>
        <translation>%1 von %2 Zeilen kopiert.</translation>
    </message>
    <message>
        <source>Copied 1 row.</source>
        <translation>1 Zeile kopiert.</translation>
    </message>
    <message>
        <source>Copied %1 rows.</source>
        <translation>%1 Zeilen kopiert.</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Exporting the items of %1</source>
        <translation>Einträge von %1 werden exportiert</translation>
    </message>
    <message>
        <source>Wrote %1 to “%2”.</source>
        <translation>%1 nach „%2“ geschrieben.</translation>
    </message>
</context>
<context>
    <name>octavo::RecoveryDialog</name>
    <message>
        <source>Recover Unsaved Changes</source>
        <translation>Ungespeiche&amp;rte Änderungen wiederherstellen …</translation>
    </message>
    <message>
        <source>Octavo ended while these documents had changes that were not saved. Recovering opens them as they were; nothing is written to a file before you save.</source>
        <translation>Octavo wurde beendet, während diese Dokumente ungespeicherte Änderungen hatten. Beim Wiederherstellen werden sie geöffnet, wie sie waren; in eine Datei wird nichts geschrieben, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>Documents with unsaved changes</source>
        <translation>Dokumente mit ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;Verwerfen …</translation>
    </message>
    <message>
        <source>Decide &amp;Later</source>
        <translation>&amp;Später entscheiden</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>Discard the unsaved changes of %n document(s)?</source>
        <translation>
            <numerusform>Die ungespeicherten Änderungen von %n Dokument verwerfen?</numerusform>
            <numerusform>Die ungespeicherten Änderungen von %n Dokumenten verwerfen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot be brought back. The files stay as they are.</source>
        <translation>Sie lassen sich nicht zurückholen. Die Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
</context>
<context>
    <name>octavo::RecoveryOffer</name>
    <message>
        <source>There are more than %1 of new bytes.</source>
        <translation>Es sind mehr als %1 an neuen Bytes.</translation>
    </message>
    <message>
        <source>the record of changes</source>
        <translation>die Aufzeichnung der Änderungen</translation>
    </message>
    <message>
        <source>Unsaved changes of “%1” would not survive a crash at present. %2 Save soon.</source>
        <translation>Ungespeicherte Änderungen an „%1“ würden zurzeit keinen Absturz überstehen. %2 Speichern Sie bald.</translation>
    </message>
    <message>
        <source>Looking for unsaved changes</source>
        <translation>Suche nach ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>A record of unsaved changes gives nothing back. It is kept. %1</source>
        <translation>Eine Aufzeichnung ungespeicherter Änderungen gibt nichts zurück. Sie bleibt erhalten. %1</translation>
    </message>
    <message>
        <source>No document has unsaved changes from before a crash.</source>
        <translation>Kein Dokument hat ungespeicherte Änderungen von vor einem Absturz.</translation>
    </message>
    <message>
        <source>“%1” was recovered: %2. %3 Save to keep it.</source>
        <translation>„%1“ wurde wiederhergestellt: %2. %3 Speichern Sie es, um es zu behalten.</translation>
    </message>
</context>
<context>
    <name>octavo::RecoveryText</name>
    <message>
        <source>It was never saved to a file.</source>
        <translation>Es wurde nie in einer Datei gespeichert.</translation>
    </message>
    <message>
        <source>Its file is as it was: the document comes back exactly.</source>
        <translation>Seine Datei ist, wie sie war: Das Dokument kommt genau so zurück.</translation>
    </message>
    <message>
        <source>Its file was touched meanwhile, but its length and all sampled places are as they were.</source>
        <translation>Seine Datei wurde inzwischen angefasst, aber Länge und alle Stichproben sind wie zuvor.</translation>
    </message>
    <message>
        <source>Its file was changed meanwhile: bytes that you did not change may be others than they were. The document opens without its file.</source>
        <translation>Seine Datei wurde inzwischen geändert: Bytes, die Sie nicht geändert haben, können andere sein als zuvor. Das Dokument wird ohne seine Datei geöffnet.</translation>
    </message>
    <message>
        <source>Its file cannot be opened: only the bytes that you put in come back, the others are unreadable. The document opens without its file.</source>
        <translation>Seine Datei lässt sich nicht öffnen: Nur die Bytes, die Sie eingefügt haben, kommen zurück, die anderen sind unlesbar. Das Dokument wird ohne seine Datei geöffnet.</translation>
    </message>
    <message>
        <source>… and %1 more places
</source>
        <translation>… und %1 weitere Stellen
</translation>
    </message>
    <message>
        <source>Bytes were removed; none are new.
</source>
        <translation>Bytes wurden entfernt; neue gibt es nicht.
</translation>
    </message>
    <message>
        <source>Length: %1</source>
        <translation>Länge: %1</translation>
    </message>
    <message>
        <source>%1 changes; %2 new, of %3</source>
        <translation>%1 Änderungen; %2 neu, von %3</translation>
    </message>
    <message>
        <source>The end of the record of changes is damaged: the last ones are lost.</source>
        <translation>Das Ende der Aufzeichnung ist beschädigt: Die letzten Änderungen sind verloren.</translation>
    </message>
</context>
<context>
    <name>octavo::ResizeDialog</name>
    <message>
        <source>Resize Document</source>
        <translation>Größe des Dokuments ändern</translation>
    </message>
    <message>
        <source>&amp;Resize</source>
        <translation>&amp;Größe ändern</translation>
    </message>
    <message>
        <source>1M, 0x10000, end+512, here</source>
        <translation>1M, 0x10000, end+512, here</translation>
    </message>
    <message>
        <source>New &amp;size:</source>
        <translation>&amp;Neue Größe:</translation>
    </message>
    <message>
        <source>Fill growth &amp;with:</source>
        <translation>Zuwachs füllen &amp;mit:</translation>
    </message>
    <message>
        <source>Type the new size. The document has %1 bytes now.</source>
        <translation>Geben Sie die neue Größe ein. Das Dokument hat jetzt %1 Bytes.</translation>
    </message>
    <message>
        <source>The document has %1 bytes now.</source>
        <translation>Das Dokument hat jetzt %1 Bytes.</translation>
    </message>
    <message>
        <source>Removes the last %1 bytes.</source>
        <translation>Entfernt die letzten %1 Bytes.</translation>
    </message>
    <message>
        <source>Adds %1 bytes at the end.</source>
        <translation>Fügt am Ende %1 Bytes hinzu.</translation>
    </message>
</context>
<context>
    <name>octavo::SearchPanel</name>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>%1 patterns</source>
        <translation>%1 Muster</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>octavo::SelectRangeDialog</name>
    <message>
        <source>Select Range</source>
        <translation>Bereich auswählen</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Auswählen</translation>
    </message>
    <message>
        <source>0x1000, here, end-512</source>
        <translation>0x1000, here, end-512</translation>
    </message>
    <message>
        <source>64, 0x40, 4k</source>
        <translation>64, 0x40, 4k</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Bis einschließlich</translation>
    </message>
    <message>
        <source>Up to, not including</source>
        <translation>Bis ausschließlich</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Meaning of the second field</source>
        <translation>Bedeutung des zweiten Feldes</translation>
    </message>
    <message>
        <source>S&amp;tart:</source>
        <translation>A&amp;nfang:</translation>
    </message>
    <message>
        <source>End or length</source>
        <translation>Ende oder Länge</translation>
    </message>
    <message>
        <source>Only %1 bytes follow that start.</source>
        <translation>Auf diesen Anfang folgen nur %1 Bytes.</translation>
    </message>
    <message>
        <source>There is no byte at the document&apos;s end.</source>
        <translation>Am Ende des Dokuments steht kein Byte.</translation>
    </message>
    <message>
        <source>The end lies before the start.</source>
        <translation>Das Ende liegt vor dem Anfang.</translation>
    </message>
    <message>
        <source>Fill in both fields. The document has %1 bytes.</source>
        <translation>Füllen Sie beide Felder aus. Das Dokument hat %1 Bytes.</translation>
    </message>
    <message>
        <source>Selects %1.</source>
        <translation>Wählt %1 aus.</translation>
    </message>
</context>
<context>
    <name>octavo::SelectionDescriber</name>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>&amp;Teilen</translation>
    </message>
    <message>
        <source>&amp;Make Description</source>
        <translation>Beschreibung &amp;erstellen</translation>
    </message>
    <message>
        <source>Describe This Selection</source>
        <translation>Diese Auswahl beschreiben</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message>
        <source>an unsigned number of %1 bits</source>
        <translation>eine Zahl ohne Vorzeichen von %1 Bit</translation>
    </message>
    <message>
        <source>a signed number of %1 bits</source>
        <translation>eine Zahl mit Vorzeichen von %1 Bit</translation>
    </message>
    <message>
        <source>a floating-point number of %1 bits</source>
        <translation>eine Gleitkommazahl von %1 Bit</translation>
    </message>
    <message>
        <source>text of the length below</source>
        <translation>Text der unten angegebenen Länge</translation>
    </message>
    <message>
        <source>text that ends with a zero</source>
        <translation>Text, der mit einer Null endet</translation>
    </message>
    <message>
        <source>bytes of the length below</source>
        <translation>Bytes der unten angegebenen Länge</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>bis zum Ende</translation>
    </message>
    <message>
        <source>Bytes of a text or of bytes; none: to the end of the selection</source>
        <translation>Bytes eines Textes oder von Bytes; keine: bis zum Ende der Auswahl</translation>
    </message>
    <message>
        <source>Items of the next field; more than one make an array</source>
        <translation>Einträge des nächsten Feldes; mehr als einer ergibt eine Liste</translation>
    </message>
    <message>
        <source>&amp;Length:</source>
        <translation>&amp;Länge:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Kodierung:</translation>
    </message>
    <message>
        <source>&amp;Count:</source>
        <translation>&amp;Anzahl:</translation>
    </message>
    <message>
        <source>&amp;Name of the description:</source>
        <translation>&amp;Name der Beschreibung:</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Two fields of one: of as many items or bytes as the length above says, and the rest</source>
        <translation>Aus einem Feld zwei machen: eines mit so vielen Einträgen oder Bytes, wie die Länge oben angibt, und eines mit dem Rest</translation>
    </message>
    <message>
        <source>There is no room left in the selection: give a length.</source>
        <translation>In der Auswahl ist kein Platz mehr: Geben Sie eine Länge an.</translation>
    </message>
    <message>
        <source>A description made here has %1 fields at most.</source>
        <translation>Eine hier erstellte Beschreibung hat höchstens %1 Felder.</translation>
    </message>
    <message>
        <source>Both parts need something: choose a smaller length.</source>
        <translation>Beide Teile brauchen etwas: Wählen Sie eine kleinere Länge.</translation>
    </message>
    <message>
        <source>A text that ends with a zero has no parts.</source>
        <translation>Ein Text, der mit einer Null endet, lässt sich nicht teilen.</translation>
    </message>
    <message>
        <source>The name of the description has small letters, digits and _, and begins with a letter.</source>
        <translation>Der Name der Beschreibung besteht aus Kleinbuchstaben, Ziffern und _ und beginnt mit einem Buchstaben.</translation>
    </message>
    <message>
        <source>Selected: %1. Each button adds a field.</source>
        <translation>Ausgewählt: %1. Jede Schaltfläche fügt ein Feld hinzu.</translation>
    </message>
    <message>
        <source>The next field begins at %1; %2 of the selection left.</source>
        <translation>Das nächste Feld beginnt bei %1; von der Auswahl bleiben %2.</translation>
    </message>
    <message>
        <source>The fields fill the selection.</source>
        <translation>Die Felder füllen die Auswahl.</translation>
    </message>
    <message>
        <source>The fields go %1 beyond the selection.</source>
        <translation>Die Felder reichen %1 über die Auswahl hinaus.</translation>
    </message>
</context>
<context>
    <name>octavo::StatusLine</name>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
</context>
<context>
    <name>octavo::StringsPanel</name>
    <message>
        <source>Least number of characters</source>
        <translation>Mindestzahl der Zeichen</translation>
    </message>
    <message>
        <source>At &amp;least:</source>
        <translation>&amp;Mindestens:</translation>
    </message>
    <message>
        <source>Find St&amp;rings</source>
        <translation>Zeichenketten &amp;suchen</translation>
    </message>
    <message>
        <source>Find St&amp;rings in Selection</source>
        <translation>Zeichenketten in der Auswahl &amp;suchen</translation>
    </message>
    <message>
        <source>strings of at least %1 characters</source>
        <translation>Zeichenketten von mindestens %1 Zeichen</translation>
    </message>
</context>
<context>
    <name>octavo::StructureCompareWindow</name>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Compare Structures — %1</source>
        <translation>Strukturen vergleichen – %1</translation>
    </message>
    <message>
        <source>&amp;With:</source>
        <translation>&amp;Mit:</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>&amp;Go to the Bytes</source>
        <translation>&amp;Zu den Bytes gehen</translation>
    </message>
    <message>
        <source>Copy as C&amp;SV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>&amp;Export All as CSV…</source>
        <translation>Alle als CSV e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Compare &amp;Again</source>
        <translation>&amp;Neu vergleichen</translation>
    </message>
    <message>
        <source>The saved file</source>
        <translation>Die gespeicherte Datei</translation>
    </message>
    <message>
        <source>Comparing structures</source>
        <translation>Strukturen werden verglichen</translation>
    </message>
    <message>
        <source>There are more differences than the %1 shown.</source>
        <translation>Es gibt mehr Unterschiede als die %1 gezeigten.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Strukturen werden verglichen …</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Save the document, or open another, to have something to compare it with.</source>
        <translation>Speichern Sie das Dokument oder öffnen Sie ein anderes, damit es etwas zum Vergleichen gibt.</translation>
    </message>
    <message>
        <source>This is older than the bytes.</source>
        <translation>Dieser Vergleich ist älter als die Bytes.</translation>
    </message>
    <message>
        <source>No field differs.</source>
        <translation>Kein Feld unterscheidet sich.</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 Unterschied</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 Unterschiede</translation>
    </message>
    <message>
        <source>No difference was found, but the structures are too large or too deep to compare all.</source>
        <translation>Es wurde kein Unterschied gefunden, aber die Strukturen sind zu groß oder zu tief, um alles zu vergleichen.</translation>
    </message>
    <message>
        <source>Differences found: %1. The structures are too large or too deep to compare all.</source>
        <translation>Gefundene Unterschiede: %1. Die Strukturen sind zu groß oder zu tief, um alles zu vergleichen.</translation>
    </message>
    <message>
        <source>That is in the saved file only.</source>
        <translation>Das gibt es nur in der gespeicherten Datei.</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Exporting differences</source>
        <translation>Unterschiede werden exportiert</translation>
    </message>
    <message>
        <source>Wrote %1 to “%2”.</source>
        <translation>%1 nach „%2“ geschrieben.</translation>
    </message>
</context>
<context>
    <name>octavo::StructureMessages</name>
    <message>
        <source>The data ends before it.</source>
        <translation>Die Daten enden vorher.</translation>
    </message>
    <message>
        <source>The data ends before it: %1 bytes are not left.</source>
        <translation>Die Daten enden vorher: Es sind keine %1 Bytes mehr übrig.</translation>
    </message>
    <message>
        <source>Its terminator is not there.</source>
        <translation>Das Endezeichen fehlt.</translation>
    </message>
    <message>
        <source>Not the value it must have.</source>
        <translation>Nicht der vorgeschriebene Wert.</translation>
    </message>
    <message>
        <source>Smaller than it may be.</source>
        <translation>Kleiner als erlaubt.</translation>
    </message>
    <message>
        <source>Larger than it may be.</source>
        <translation>Größer als erlaubt.</translation>
    </message>
    <message>
        <source>None of the values it may have.</source>
        <translation>Keiner der erlaubten Werte.</translation>
    </message>
    <message>
        <source>Not a member of its enumeration.</source>
        <translation>Kein Wert der Aufzählung.</translation>
    </message>
    <message>
        <source>Its condition does not hold.</source>
        <translation>Die Bedingung ist nicht erfüllt.</translation>
    </message>
    <message>
        <source>Its byte order is not known.</source>
        <translation>Die Byte-Reihenfolge ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Its size is negative: %1.</source>
        <translation>Die Größe ist negativ: %1.</translation>
    </message>
    <message>
        <source>Its position is negative: %1.</source>
        <translation>Die Position ist negativ: %1.</translation>
    </message>
    <message>
        <source>There is no item %1.</source>
        <translation>Es gibt keinen Eintrag %1.</translation>
    </message>
    <message>
        <source>What it needs has no value.</source>
        <translation>Etwas dafür Nötiges hat keinen Wert.</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>%1 hat keinen Wert.</translation>
    </message>
    <message>
        <source>A division by zero.</source>
        <translation>Eine Division durch null.</translation>
    </message>
    <message>
        <source>“%1” is no such number.</source>
        <translation>„%1“ ist keine solche Zahl.</translation>
    </message>
    <message>
        <source>The encoding %1 is not known.</source>
        <translation>Die Kodierung %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Its bytes cannot be decoded.</source>
        <translation>Die Bytes lassen sich nicht dekodieren.</translation>
    </message>
    <message>
        <source>%1 is described elsewhere.</source>
        <translation>%1 ist anderswo beschrieben.</translation>
    </message>
    <message>
        <source>Structures are nested too deeply.</source>
        <translation>Die Strukturen sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>%1 needs itself.</source>
        <translation>%1 braucht sich selbst.</translation>
    </message>
    <message>
        <source>A number is too large.</source>
        <translation>Eine Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>The file could not be read there.</source>
        <translation>Die Datei ließ sich dort nicht lesen.</translation>
    </message>
    <message>
        <source>There is more than the limit allows.</source>
        <translation>Es gibt mehr, als die Grenze erlaubt.</translation>
    </message>
    <message>
        <source>Its items take no bytes, so there would be no end of them.</source>
        <translation>Die Einträge belegen keine Bytes, darum gäbe es unendlich viele.</translation>
    </message>
    <message>
        <source>Reading was stopped here.</source>
        <translation>Das Lesen wurde hier angehalten.</translation>
    </message>
    <message>
        <source>A value is of another kind than needed.</source>
        <translation>Ein Wert ist von anderer Art als nötig.</translation>
    </message>
    <message>
        <source>This is not YAML: %1.</source>
        <translation>Das ist kein YAML: %1.</translation>
    </message>
    <message>
        <source>More than %1.</source>
        <translation>Mehr als %1.</translation>
    </message>
    <message>
        <source>Anchors and aliases are not allowed.</source>
        <translation>Anker und Aliasse sind nicht erlaubt.</translation>
    </message>
    <message>
        <source>The key %1 is there twice.</source>
        <translation>Der Schlüssel %1 kommt zweimal vor.</translation>
    </message>
    <message>
        <source>Expected %1, found %2.</source>
        <translation>Erwartet: %1, gefunden: %2.</translation>
    </message>
    <message>
        <source>Unknown key %1. Known here: %2.</source>
        <translation>Unbekannter Schlüssel %1. Hier bekannt: %2.</translation>
    </message>
    <message>
        <source>The key %1 does not go with the others. Allowed: %2.</source>
        <translation>Der Schlüssel %1 passt nicht zu den anderen. Erlaubt: %2.</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>Es fehlt: %1.</translation>
    </message>
    <message>
        <source>“%1” is no name: small letters, digits and _, beginning with a letter.</source>
        <translation>„%1“ ist kein Name: Kleinbuchstaben, Ziffern und _, am Anfang ein Buchstabe.</translation>
    </message>
    <message>
        <source>The name %1 is already used at %2.</source>
        <translation>Der Name %1 ist schon bei %2 vergeben.</translation>
    </message>
    <message>
        <source>Version %1: expected %2.</source>
        <translation>Version %1: erwartet: %2.</translation>
    </message>
    <message>
        <source>The import %1 is not to be found.</source>
        <translation>Der Import %1 ist nicht zu finden.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Expected %1 at the end.</source>
        <translation>Am Ende erwartet: %1.</translation>
    </message>
    <message>
        <source>Expected %1 instead of “%2”.</source>
        <translation>Erwartet: %1 statt „%2“.</translation>
    </message>
    <message>
        <source>There is no type %1.</source>
        <translation>Es gibt keinen Typ %1.</translation>
    </message>
    <message>
        <source>There is no enumeration %1.</source>
        <translation>Es gibt keine Aufzählung %1.</translation>
    </message>
    <message>
        <source>The enumeration %1 has no member %2.</source>
        <translation>Die Aufzählung %1 hat keinen Wert %2.</translation>
    </message>
    <message>
        <source>%1 has no field %2.</source>
        <translation>%1 hat kein Feld %2.</translation>
    </message>
    <message>
        <source>%1 has no %2.</source>
        <translation>%1 hat kein %2.</translation>
    </message>
    <message>
        <source>Expected %1, this is %2.</source>
        <translation>Erwartet: %1, dies ist %2.</translation>
    </message>
    <message>
        <source>%1 cannot be compared with %2.</source>
        <translation>%1 lässt sich nicht mit %2 vergleichen.</translation>
    </message>
    <message>
        <source>%1 needs a byte order: le or be behind it, or meta/endian.</source>
        <translation>%1 braucht eine Byte-Reihenfolge: le oder be dahinter oder meta/endian.</translation>
    </message>
    <message>
        <source>Text needs an encoding: encoding, or meta/encoding.</source>
        <translation>Text braucht eine Kodierung: encoding oder meta/encoding.</translation>
    </message>
    <message>
        <source>The encoding %1 is usually written %2.</source>
        <translation>Die Kodierung %1 schreibt man üblicherweise %2.</translation>
    </message>
    <message>
        <source>The size of %1 depends on the data.</source>
        <translation>Die Größe von %1 hängt von den Daten ab.</translation>
    </message>
    <message>
        <source>%1 is usually called %2.</source>
        <translation>%1 heißt üblicherweise %2.</translation>
    </message>
    <message>
        <source>The expression is nested too deeply.</source>
        <translation>Der Ausdruck ist zu tief verschachtelt.</translation>
    </message>
</context>
<context>
    <name>octavo::StructurePanel</name>
    <message>
        <source>Take Clear &amp;Formats Without Asking</source>
        <translation>Eindeutige Formate &amp;ohne Rückfrage verwenden</translation>
    </message>
    <message>
        <source>&amp;Colour the Bytes by Field</source>
        <translation>Bytes nach Feldern &amp;färben</translation>
    </message>
    <message>
        <source>&amp;Type at the Caret…</source>
        <translation>&amp;Typ an der Schreibmarke …</translation>
    </message>
    <message>
        <source>&amp;Edit the Description</source>
        <translation>Beschreibung b&amp;earbeiten</translation>
    </message>
    <message>
        <source>Co&amp;mpare with Another Version…</source>
        <translation>Mit anderer Fassung &amp;vergleichen …</translation>
    </message>
    <message>
        <source>Filter by name, value or type</source>
        <translation>Nach Name, Wert oder Typ filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Field at the caret</source>
        <translation>Feld an der Schreibmarke</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More that can be done with structures</source>
        <translation>Was sich mit Strukturen noch tun lässt</translation>
    </message>
    <message>
        <source>Open Description</source>
        <translation>Beschreibung öffnen</translation>
    </message>
    <message>
        <source>Descriptions (*.ksy);;All files (*)</source>
        <translation>Beschreibungen (*.ksy);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Read a document by the format whose signature it has, without asking</source>
        <translation>Ein Dokument ohne Rückfrage nach dem Format lesen, dessen Signatur es hat</translation>
    </message>
    <message>
        <source>Colour to a &amp;Depth of</source>
        <translation>Fär&amp;bungstiefe</translation>
    </message>
    <message>
        <source>&amp;All levels</source>
        <translation>&amp;Alle Ebenen</translation>
    </message>
    <message>
        <source>&amp;New Description…</source>
        <translation>&amp;Neue Beschreibung …</translation>
    </message>
    <message>
        <source>Add a F&amp;older of Descriptions…</source>
        <translation>O&amp;rdner mit Beschreibungen hinzufügen …</translation>
    </message>
    <message>
        <source>Fo&amp;rget Added Folders</source>
        <translation>&amp;Hinzugefügte Ordner vergessen</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Fields that the filter lets through</source>
        <translation>Felder, die der Filter durchlässt</translation>
    </message>
    <message>
        <source>Reading the structure…</source>
        <translation>Struktur wird gelesen …</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Anhal&amp;ten</translation>
    </message>
    <message>
        <source>Stopped before all was read.</source>
        <translation>Angehalten, bevor alles gelesen war.</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Choose a format to see what the bytes mean.</source>
        <translation>Wählen Sie ein Format, um zu sehen, was die Bytes bedeuten.</translation>
    </message>
    <message>
        <source>Folder of Descriptions</source>
        <translation>Ordner mit Beschreibungen</translation>
    </message>
    <message>
        <source>Reading the list of formats</source>
        <translation>Liste der Formate wird gelesen</translation>
    </message>
    <message>
        <source>Looking for a format</source>
        <translation>Format wird gesucht</translation>
    </message>
    <message>
        <source>This looks like: %1.</source>
        <translation>Dies sieht aus wie: %1.</translation>
    </message>
    <message>
        <source>&amp;Read It</source>
        <translation>So &amp;lesen</translation>
    </message>
    <message>
        <source>Reading the description</source>
        <translation>Beschreibung wird gelesen</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Sie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Bearbei&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Edit Value</source>
        <translation>Wert &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Duplicate Item</source>
        <translation>&amp;Element verdoppeln</translation>
    </message>
    <message>
        <source>&amp;Remove Item</source>
        <translation>Element entfe&amp;rnen</translation>
    </message>
    <message>
        <source>&amp;Copy Value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as C&amp;SV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Export as JS&amp;ON…</source>
        <translation>Als JS&amp;ON exportieren …</translation>
    </message>
    <message>
        <source>Export as CS&amp;V…</source>
        <translation>Als CS&amp;V exportieren …</translation>
    </message>
    <message>
        <source>Open &amp;Bytes as Document</source>
        <translation>Bytes als &amp;Dokument öffnen</translation>
    </message>
    <message>
        <source>Read &amp;More</source>
        <translation>&amp;Mehr lesen</translation>
    </message>
    <message>
        <source>Go on with what ended because there is more than the limit allows</source>
        <translation>Weiterlesen, was endete, weil es mehr ist, als die Grenze erlaubt</translation>
    </message>
    <message>
        <source>Show as &amp;Table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>Als JSON exportieren</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Copying fields</source>
        <translation>Felder werden kopiert</translation>
    </message>
    <message>
        <source>Copied %1.</source>
        <translation>%1 kopiert.</translation>
    </message>
    <message>
        <source>Exporting the structure</source>
        <translation>Struktur wird exportiert</translation>
    </message>
    <message>
        <source>Wrote %1 to “%2”.</source>
        <translation>%1 nach „%2“ geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Write It Anyway</source>
        <translation>&amp;Trotzdem schreiben</translation>
    </message>
    <message>
        <source>&amp;Duplicate It</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
    <message>
        <source>&amp;Remove It</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Write It</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>Filtering fields</source>
        <translation>Felder werden gefiltert</translation>
    </message>
    <message>
        <source>The first %1 fields; there are more.</source>
        <translation>Die ersten %1 Felder; es gibt mehr.</translation>
    </message>
    <message>
        <source>1 level</source>
        <translation>1 Ebene</translation>
    </message>
    <message>
        <source>%1 levels</source>
        <translation>%1 Ebenen</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 Feld</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 Felder</translation>
    </message>
    <message>
        <source>Read the &amp;Selection Only</source>
        <translation>Nur die &amp;Auswahl lesen</translation>
    </message>
    <message>
        <source>Select the bytes first.</source>
        <translation>Wählen Sie zuerst die Bytes aus.</translation>
    </message>
</context>
<context>
    <name>octavo::ToolsMenu</name>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>&amp;Nächstes suchen</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>&amp;Voriges suchen</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Ersetzen …</translation>
    </message>
    <message>
        <source>Compute &amp;Digests</source>
        <translation>&amp;Prüfsummen berechnen</translation>
    </message>
    <message>
        <source>&amp;Compress and Decompress</source>
        <translation>&amp;Komprimieren und dekomprimieren</translation>
    </message>
    <message>
        <source>&amp;Inspect Values</source>
        <translation>&amp;Werte inspizieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>I&amp;mportieren …</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>&amp;Clear Search History</source>
        <translation>Suchverlauf &amp;löschen</translation>
    </message>
    <message>
        <source>Find &amp;All</source>
        <translation>&amp;Alle suchen</translation>
    </message>
    <message>
        <source>Select All &amp;Occurrences</source>
        <translation>Alle Vor&amp;kommen auswählen</translation>
    </message>
    <message>
        <source>&amp;Keep as Pattern</source>
        <translation>Als &amp;Muster behalten</translation>
    </message>
    <message>
        <source>Find in Fi&amp;les…</source>
        <translation>In &amp;Dateien suchen …</translation>
    </message>
    <message>
        <source>Find by &amp;YARA Rules…</source>
        <translation>Mit &amp;YARA-Regeln suchen…</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>&amp;Struktur</translation>
    </message>
    <message>
        <source>&amp;New Format Description</source>
        <translation>&amp;Neue Formatbeschreibung</translation>
    </message>
    <message>
        <source>Describe Se&amp;lection…</source>
        <translation>&amp;Auswahl beschreiben …</translation>
    </message>
    <message>
        <source>Description from C Decla&amp;rations…</source>
        <translation>Beschreibung aus &amp;C-Deklarationen …</translation>
    </message>
</context>
<context>
    <name>octavo::TransformPanel</name>
    <message>
        <source>&amp;Compress</source>
        <translation>&amp;Komprimieren</translation>
    </message>
    <message>
        <source>&amp;Decompress</source>
        <translation>D&amp;ekomprimieren</translation>
    </message>
    <message>
        <source>raw deflate</source>
        <translation>Deflate ohne Hülle</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Compression format</source>
        <translation>Kompressionsformat</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Stufe:</translation>
    </message>
    <message>
        <source>Compression level</source>
        <translation>Kompressionsstufe</translation>
    </message>
    <message>
        <source>Low is fast, high is small; only for compressing</source>
        <translation>Niedrig ist schnell, hoch ist klein; nur beim Komprimieren</translation>
    </message>
    <message>
        <source>&amp;Replaces the bytes</source>
        <translation>E&amp;rsetzt die Bytes</translation>
    </message>
    <message>
        <source>&amp;Opens as a new document</source>
        <translation>Als neues Dokument &amp;öffnen</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Ergebnis:</translation>
    </message>
    <message>
        <source>Compressing %1</source>
        <translation>%1 wird komprimiert</translation>
    </message>
    <message>
        <source>Decompressing %1</source>
        <translation>%1 wird dekomprimiert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, compressed</source>
        <translation>%1, komprimiert</translation>
    </message>
    <message>
        <source>%1, decompressed</source>
        <translation>%1, dekomprimiert</translation>
    </message>
    <message>
        <source>%1 became %2.</source>
        <translation>Aus %1 wurden %2.</translation>
    </message>
    <message>
        <source>%1, result</source>
        <translation>%1, Ergebnis</translation>
    </message>
    <message>
        <source>Not put back: the bytes were changed while the work ran. Nothing was lost.</source>
        <translation>Nicht zurückgeschrieben: Die Bytes wurden währenddessen geändert. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>&amp;Open Result</source>
        <translation>Ergebnis ö&amp;ffnen</translation>
    </message>
    <message>
        <source>%1 The %2 behind the end of the stream stayed as they were.</source>
        <translation>%1 Die %2 hinter dem Ende des Stroms blieben, wie sie waren.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Angehalten; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This is no valid %1 data.</source>
        <translation>Das sind keine gültigen %1-Daten.</translation>
    </message>
    <message>
        <source>The %1 data ends too early; select all of it.</source>
        <translation>Die %1-Daten enden zu früh; wählen Sie alles aus.</translation>
    </message>
    <message>
        <source>The %1 data is damaged: its check value does not match.</source>
        <translation>Die %1-Daten sind beschädigt: Ihr Prüfwert stimmt nicht.</translation>
    </message>
    <message>
        <source>Part of the input cannot be read, so nothing was made from it.</source>
        <translation>Ein Teil der Eingabe ist nicht lesbar, darum wurde nichts daraus gemacht.</translation>
    </message>
    <message>
        <source>The result is larger than %1 and may have no end. Nothing was changed yet.</source>
        <translation>Das Ergebnis ist größer als %1 und hat vielleicht kein Ende. Es wurde noch nichts geändert.</translation>
    </message>
    <message>
        <source>&amp;Go On to %1</source>
        <translation>&amp;Weiter bis %1</translation>
    </message>
    <message>
        <source>%1 It stops making sense at %2.</source>
        <translation>%1 Ab %2 ergibt es keinen Sinn mehr.</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>&amp;Dorthin gehen</translation>
    </message>
    <message>
        <source>the whole document</source>
        <translation>das ganze Dokument</translation>
    </message>
    <message>
        <source>the selection</source>
        <translation>die Auswahl</translation>
    </message>
    <message>
        <source>Compresses %1</source>
        <translation>Komprimiert %1</translation>
    </message>
    <message>
        <source>Decompresses %1</source>
        <translation>Dekomprimiert %1</translation>
    </message>
    <message>
        <source>%1 ranges are selected; this works on one. Select one, or nothing for the whole document.</source>
        <translation>%1 Bereiche sind ausgewählt; dies geht nur mit einem. Wählen Sie einen aus, oder nichts für das ganze Dokument.</translation>
    </message>
</context>
<context>
    <name>octavo::TypeAtCaretDialog</name>
    <message>
        <source>Type at the Caret</source>
        <translation>Typ an der Schreibmarke</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Einen</translation>
    </message>
    <message>
        <source>As many as</source>
        <translation>So viele wie</translation>
    </message>
    <message>
        <source>As many as there is room for</source>
        <translation>So viele, wie Platz haben</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>&amp;Typ:</translation>
    </message>
    <message>
        <source>&amp;How many:</source>
        <translation>&amp;Wie viele:</translation>
    </message>
    <message>
        <source>&amp;Number:</source>
        <translation>&amp;Anzahl:</translation>
    </message>
    <message>
        <source>The description has no such type, or one that needs parameters.</source>
        <translation>Die Beschreibung hat keinen solchen Typ oder nur einen, der Parameter braucht.</translation>
    </message>
    <message>
        <source>Reads from %1 on.</source>
        <translation>Liest ab %1.</translation>
    </message>
</context>
<context>
    <name>octavo::ViewMenu</name>
    <message>
        <source>&amp;Bytes per Row</source>
        <translation>&amp;Bytes pro Zeile</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>An &amp;Fenster anpassen</translation>
    </message>
    <message>
        <source>&amp;Group Bytes By</source>
        <translation>Bytes &amp;gruppieren zu</translation>
    </message>
    <message>
        <source>&amp;Values As</source>
        <translation>&amp;Werte als</translation>
    </message>
    <message>
        <source>&amp;Hexadecimal</source>
        <translation>&amp;Hexadezimal</translation>
    </message>
    <message>
        <source>&amp;Decimal</source>
        <translation>&amp;Dezimal</translation>
    </message>
    <message>
        <source>&amp;Octal</source>
        <translation>&amp;Oktal</translation>
    </message>
    <message>
        <source>&amp;Binary</source>
        <translation>&amp;Binär</translation>
    </message>
    <message>
        <source>&amp;Offsets As</source>
        <translation>&amp;Offsets als</translation>
    </message>
    <message>
        <source>Base Address</source>
        <translation>Basisadresse</translation>
    </message>
    <message>
        <source>Address of the first byte (0x for hexadecimal):</source>
        <translation>Adresse des ersten Bytes (0x für hexadezimal):</translation>
    </message>
    <message>
        <source>Text &amp;Encoding</source>
        <translation>Text&amp;kodierung</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Vergr&amp;ößern</translation>
    </message>
    <message>
        <source>Zoom O&amp;ut</source>
        <translation>Verkle&amp;inern</translation>
    </message>
    <message>
        <source>Normal Si&amp;ze</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Like the &amp;Desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>High &amp;Contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Split View</source>
        <translation>Ansicht &amp;teilen</translation>
    </message>
    <message>
        <source>Split View, Scro&amp;lling Together</source>
        <translation>Ansicht teilen, gemeinsam &amp;rollen</translation>
    </message>
    <message>
        <source>&amp;Remove Split</source>
        <translation>Teilung auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Seitenfelder</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Base &amp;Address…</source>
        <translation>Basis&amp;adresse …</translation>
    </message>
    <message>
        <source>Mar&amp;k Sectors</source>
        <translation>Sektoren &amp;markieren</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Aus</translation>
    </message>
    <message>
        <source>%1 Bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Mi&amp;nimap</source>
        <translation>Minima&amp;p</translation>
    </message>
</context>
<context>
    <name>octavo::WelcomePage</name>
    <message>
        <source>No file is open</source>
        <translation>Keine Datei ist offen</translation>
    </message>
    <message>
        <source>Drop files here, or</source>
        <translation>Ziehen Sie Dateien hierher, oder</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
</context>
<context>
    <name>octavo::WindowStatusBar</name>
    <message>
        <source>Selected %1 from %2</source>
        <translation>Ausgewählt: %1 ab %2</translation>
    </message>
    <message>
        <source>Caret offset</source>
        <translation>Offset der Schreibmarke</translation>
    </message>
    <message>
        <source>Insert or overwrite</source>
        <translation>Einfügen oder überschreiben</translation>
    </message>
    <message>
        <source>Text encoding</source>
        <translation>Textkodierung</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Document size</source>
        <translation>Größe des Dokuments</translation>
    </message>
    <message>
        <source>Where the caret is. Click to go somewhere else.</source>
        <translation>Wo die Schreibmarke steht. Klicken, um anderswohin zu gehen.</translation>
    </message>
    <message>
        <source>What typing does to the byte at the caret. Click to change.</source>
        <translation>Was Eintippen mit dem Byte an der Schreibmarke macht. Klicken zum Ändern.</translation>
    </message>
    <message>
        <source>Encoding of the text column. Click to choose another.</source>
        <translation>Kodierung der Textspalte. Klicken, um eine andere zu wählen.</translation>
    </message>
    <message>
        <source>Offset %1</source>
        <translation>Offset %1</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>, sector %1 + %2</source>
        <translation>, Sektor %1 + %2</translation>
    </message>
    <message>
        <source>Selected %1 in %2 ranges</source>
        <translation>%1 in %2 Bereichen ausgewählt</translation>
    </message>
</context>
<context>
    <name>octavo::Workbench</name>
    <message>
        <source>the last session</source>
        <translation>die letzte Sitzung</translation>
    </message>
    <message>
        <source>The undo history of “%1” could not be kept. %2</source>
        <translation>Der Verlauf von „%1“ ließ sich nicht behalten. %2</translation>
    </message>
</context>
</TS>
