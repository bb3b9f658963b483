// Exports and imports against the tools that others use: xxd, base64, objcopy, srec_cat, hexdump, python3,
// gcc, g++.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/core/convert/convert_world.h"
#include "tests/support/temporary_directory.h"

namespace octavo {
namespace {

int failures = 0;

void check(bool holds, const std::string& what) {
    if (holds)
        return;
    std::fprintf(stderr, "FAILED: %s\n", what.c_str());
    ++failures;
}

class Workshop {
public:
    void write(const std::string& name, std::string_view text) {
        static_cast<void>(directory_.write(name, std::as_bytes(std::span(text))));
    }
    void write(const std::string& name, const Bytes& bytes) {
        static_cast<void>(directory_.write(name, bytes));
    }

    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream stream(directory_.file(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }
    /// Runs a shell command in the directory; it has to succeed.
    void run(const std::string& command) {
        const int status = std::system(("cd " + directory_.path() + " && " + command).c_str());
        check(status == 0, command);
    }

private:
    test::TemporaryDirectory directory_;
};

std::string textOf(const Bytes& bytes) {
    std::string text(bytes.size(), '\0');
    std::transform(bytes.begin(), bytes.end(), text.begin(),
                   [](std::byte b) { return static_cast<char>(b); });
    return text;
}

std::string importedText(std::string_view id, std::string_view text) {
    const auto bytes = importedBytes(id, text);
    return bytes ? textOf(*bytes) : "import failed";
}

void dumpsAreThoseOfXxd(Workshop& shop, const Bytes& bytes) {
    for (int columns = 1; columns <= 60; ++columns) {
        const std::string count = std::to_string(columns);
        shop.run("xxd -c " + count + " in.bin > dump.txt");
        const auto ours = exportedText("hexdump", bytes, {.bytesPerLine = static_cast<std::size_t>(columns)});
        check(ours == shop.read("dump.txt"), "xxd -c " + count);
        check(importedText("hexdump", shop.read("dump.txt")) == textOf(bytes), "import of xxd -c " + count);
    }
    shop.run("xxd -u in.bin > dump.txt");
    check(exportedText("hexdump", bytes, {.digitCase = DigitCase::Upper}) == shop.read("dump.txt"), "xxd -u");
    shop.run("xxd -o 0x12345678 in.bin > dump.txt");
    check(exportedText("hexdump", bytes, {.startAddress = 0x12345678}) == shop.read("dump.txt"), "xxd -o");
    shop.write("ours.txt", exportedText("hexdump", bytes));
    shop.run("xxd -r ours.txt > back.bin && cmp in.bin back.bin");
    shop.write("ours.txt", exportedText("hex", bytes));
    shop.run("xxd -r -p ours.txt > back.bin && cmp in.bin back.bin");
    shop.run("xxd -p in.bin > plain.txt");
    check(importedText("hex", shop.read("plain.txt")) == textOf(bytes), "import of xxd -p");
    shop.run("xxd -g 1 in.bin > dump.txt && xxd -a in.bin > skip.txt && hexdump -C in.bin > canonical.txt");
    check(importedText("hexdump", shop.read("dump.txt")) == textOf(bytes), "import of xxd -g 1");
    check(importedText("hexdump", shop.read("skip.txt")) == textOf(bytes), "import of xxd -a");
    check(importedText("hexdump", shop.read("canonical.txt")) == textOf(bytes), "import of hexdump -C");
}

void base64IsThatOfCoreutils(Workshop& shop, const Bytes& bytes) {
    shop.run("base64 in.bin > coded.txt && base64 -w 0 in.bin > line.txt");
    check(exportedText("base64", bytes) == shop.read("coded.txt"), "base64");
    check(importedText("base64", shop.read("coded.txt")) == textOf(bytes), "import of base64");
    check(importedText("base64", shop.read("line.txt")) == textOf(bytes), "import of base64 -w 0");
}

void recordsAreReadByObjcopyAndSrecCat(Workshop& shop, const Bytes& bytes) {
    struct Format {
        const char* id;
        const char* objcopy;
        const char* srecCat;
    };
    for (const Format& format :
         {Format{"intel-hex", "ihex", "-Intel"}, Format{"s-record", "srec", "-Motorola"}}) {
        const std::string id = format.id;
        const std::string kind = format.objcopy;
        const std::string option = format.srecCat;
        for (const ByteOffset address : {0x0, 0xFFF1, 0xFFFFF3, 0x12345678}) {
            shop.write("ours.txt", exportedText(id, bytes, {.bytesPerLine = 21, .startAddress = address}));
            shop.run("objcopy -I " + kind + " -O binary ours.txt back.bin && cmp in.bin back.bin");
            const std::string shift = std::to_string(address);
            shop.run("srec_cat ours.txt " + option + " -offset -" + shift +
                     " -o back.bin -Binary && cmp in.bin back.bin");
            shop.run("objcopy -I binary -O " + kind + " --change-addresses " + shift + " in.bin theirs.txt");
            check(importedText(id, shop.read("theirs.txt")) == textOf(bytes),
                  "objcopy -O " + kind + " at " + shift);
            check(importedFrom(id, shop.read("theirs.txt"))->span().begin == address, "address of " + kind);
            shop.run("srec_cat in.bin -Binary -offset " + shift + " -o theirs.txt " + option);
            check(importedText(id, shop.read("theirs.txt")) == textOf(bytes),
                  "srec_cat " + option + " at " + shift);
        }
    }
}

void arraysAreThoseBytesInTheirLanguage(Workshop& shop, const Bytes& bytes) {
    shop.write("data.py", exportedText("python", bytes));
    shop.run(
        "python3 -c 'from data import data; import sys; sys.stdout.buffer.write(data)' > back.bin && cmp "
        "in.bin back.bin");
    shop.write("data.c", exportedText("c", bytes) +
                             "#include <stdio.h>\nint main(void) { return fwrite(data, 1, data_size, stdout) "
                             "!= data_size; }\n");
    shop.run("gcc -Wall -Wextra -Werror data.c -o program && ./program > back.bin && cmp in.bin back.bin");
    shop.write("data.cpp", exportedText("cpp", bytes) +
                               "#include <cstdio>\nint main() { return "
                               "std::fwrite(data.data(), 1, data.size(), stdout) != data.size(); }\n");
    shop.run(
        "g++ -std=c++17 -Wall -Wextra -Werror data.cpp -o program && ./program > back.bin && cmp in.bin "
        "back.bin");
}

/// Languages without a compiler here: exactly the text that their grammars ask for.
void otherArraysAreSpelledRight() {
    const Bytes bytes{std::byte{0x01}, std::byte{0x7F}, std::byte{0x80}};
    const ExportOptions two{.bytesPerLine = 2, .name = "key"};
    check(exportedText("rust", bytes, two) == "pub const key: [u8; 3] = [\n    0x01, 0x7f,\n    0x80,\n];\n",
          "rust");
    check(exportedText("go", bytes, two) == "var key = []byte{\n\t0x01, 0x7f,\n\t0x80,\n}\n", "go");
    check(exportedText("java", bytes, two) ==
              "public static final byte[] key = {\n    0x01, 0x7f,\n    (byte) 0x80,\n};\n",
          "java");
    check(exportedText("csharp", bytes, two) ==
              "public static readonly byte[] key = new byte[] {\n    0x01, 0x7f,\n    0x80,\n};\n",
          "csharp");
    check(exportedText("javascript", bytes, two) ==
              "const key = new Uint8Array([\n    0x01, 0x7f,\n    0x80,\n]);\n",
          "javascript");
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    Workshop shop;
    Bytes bytes = randomBytes(5003, 42);
    std::fill_n(bytes.begin() + 512, 200, std::byte{});  // rows that dumps squeeze
    std::fill_n(bytes.begin() + 1024, 100, std::byte{0x41});
    for (const std::size_t size : {std::size_t{5003}, std::size_t{16}, std::size_t{1}}) {
        bytes.resize(size);
        shop.write("in.bin", bytes);
        dumpsAreThoseOfXxd(shop, bytes);
        base64IsThatOfCoreutils(shop, bytes);
        recordsAreReadByObjcopyAndSrecCat(shop, bytes);
        arraysAreThoseBytesInTheirLanguage(shop, bytes);
    }
    shop.write("in.bin", Bytes());
    arraysAreThoseBytesInTheirLanguage(shop, {});
    otherArraysAreSpelledRight();
    return failures == 0 ? 0 : 1;
}
