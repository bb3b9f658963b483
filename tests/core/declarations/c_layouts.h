#pragma once

#include <array>
#include <string_view>

namespace octavo::test {

/// How compilers lay out a structure or union called s: "size/alignment member@offset
/// member@offset.bit:bits".
struct CLayoutCase {
    std::string_view name;
    std::string_view declarations;
    /// Of GCC 12 for x86-64 and i386, and clang 14 for Windows of 64 and 32 bits, ARM and MIPS64
    /// (big-endian); empty where there is no expectation.
    std::array<std::string_view, 6> places;
};

inline constexpr std::array<CLayoutCase, 18> kCLayoutCases = {{
    {"scalars",
     "struct s { char c; double d; short h; long l; long long ll; float f; void *p; _Bool b; long double ld; "
     "wchar_t w; };",
     {"96/16 c@0 d@8 h@16 l@24 ll@32 f@40 p@48 b@56 ld@64 w@80",
      "72/8 c@0 d@8 h@16 l@20 ll@24 f@32 p@40 b@48 ld@56 w@64",
      "56/4 c@0 d@4 h@12 l@16 ll@20 f@28 p@32 b@36 ld@40 w@52",
      "64/8 c@0 d@8 h@16 l@20 ll@24 f@32 p@36 b@40 ld@48 w@56",
      "64/8 c@0 d@8 h@16 l@20 ll@24 f@32 p@36 b@40 ld@48 w@56",
      "96/16 c@0 d@8 h@16 l@24 ll@32 f@40 p@48 b@56 ld@64 w@80"}},
    {"structures in structures",
     "struct in { char c; long long x[3]; }; struct s { char a; struct in b[2]; short c; struct { char d; "
     "int e; } f; char g; };",
     {"88/8 a@0 b@8 c@72 f@76 g@84", "88/8 a@0 b@8 c@72 f@76 g@84", "76/4 a@0 b@4 c@60 f@64 g@72",
      "88/8 a@0 b@8 c@72 f@76 g@84", "88/8 a@0 b@8 c@72 f@76 g@84", "88/8 a@0 b@8 c@72 f@76 g@84"}},
    {"a packed structure",
     "struct s { char a; int b; short c; double d; } __attribute__((packed));",
     {"15/1 a@0 b@1 c@5 d@7", "15/1 a@0 b@1 c@5 d@7", "15/1 a@0 b@1 c@5 d@7", "15/1 a@0 b@1 c@5 d@7",
      "15/1 a@0 b@1 c@5 d@7", "15/1 a@0 b@1 c@5 d@7"}},
    {"a packed member",
     "struct s { char a; int b __attribute__((packed)); short c; double d; };",
     {"16/8 a@0 b@1 c@6 d@8", "16/8 a@0 b@1 c@6 d@8", "16/4 a@0 b@1 c@6 d@8", "16/8 a@0 b@1 c@6 d@8",
      "16/8 a@0 b@1 c@6 d@8", "16/8 a@0 b@1 c@6 d@8"}},
    {"pack(2)",
     "#pragma pack(push, 2)\nstruct s { char a; int b; double d; char e; };\n#pragma pack(pop)",
     {"16/2 a@0 b@2 d@6 e@14", "16/2 a@0 b@2 d@6 e@14", "16/2 a@0 b@2 d@6 e@14", "16/2 a@0 b@2 d@6 e@14",
      "16/2 a@0 b@2 d@6 e@14", "16/2 a@0 b@2 d@6 e@14"}},
    {"pack(4) and what is aligned",
     "#pragma pack(push, 4)\nstruct s { char a; double b; int c __attribute__((aligned(8))); char d; "
     "};\n#pragma pack(pop)",
     {"20/4 a@0 b@4 c@12 d@16", "24/8 a@0 b@4 c@16 d@20", "20/4 a@0 b@4 c@12 d@16", "24/8 a@0 b@4 c@16 d@20",
      "20/4 a@0 b@4 c@12 d@16", "20/4 a@0 b@4 c@12 d@16"}},
    {"aligned members",
     "struct s { char a; _Alignas(16) char b; char c; short d __attribute__((aligned(4))); } "
     "__attribute__((aligned(32)));",
     {"32/32 a@0 b@16 c@17 d@20", "32/32 a@0 b@16 c@17 d@20", "32/32 a@0 b@16 c@17 d@20",
      "32/32 a@0 b@16 c@17 d@20", "32/32 a@0 b@16 c@17 d@20", "32/32 a@0 b@16 c@17 d@20"}},
    {"bit fields of one type",
     "struct s { unsigned a : 3; unsigned b : 17; unsigned c : 20; unsigned d : 1; char e; };",
     {"8/4 a@0.0:3 b@0.3:17 c@4.0:20 d@6.4:1 e@7", "12/4 a@0.0:3 b@0.3:17 c@4.0:20 d@6.4:1 e@8",
      "8/4 a@0.0:3 b@0.3:17 c@4.0:20 d@6.4:1 e@7", "12/4 a@0.0:3 b@0.3:17 c@4.0:20 d@6.4:1 e@8",
      "8/4 a@0.0:3 b@0.3:17 c@4.0:20 d@6.4:1 e@7", "8/4 a@0.0:3 b@0.3:17 c@4.0:20 d@6.4:1 e@7"}},
    {"bit fields across units",
     "struct s { int a : 30; long long b : 40; short c : 9; long long d : 3; };",
     {"16/8 a@0.0:30 b@8.0:40 c@14.0:9 d@15.1:3", "32/8 a@0.0:30 b@8.0:40 c@16.0:9 d@24.0:3",
      "12/4 a@0.0:30 b@4.0:40 c@10.0:9 d@11.1:3", "32/8 a@0.0:30 b@8.0:40 c@16.0:9 d@24.0:3",
      "16/8 a@0.0:30 b@8.0:40 c@14.0:9 d@15.1:3", "16/8 a@0.0:30 b@8.0:40 c@14.0:9 d@15.1:3"}},
    {"bit fields of many types",
     "struct s { char a : 3; int b : 5; short c : 7; unsigned long d : 18; _Bool e : 1; char f; int g : 4; "
     "};",
     {"8/8 a@0.0:3 b@0.3:5 c@1.0:7 d@1.7:18 e@4.1:1 f@5 g@6.0:4",
      "24/4 a@0.0:3 b@4.0:5 c@8.0:7 d@12.0:18 e@16.0:1 f@17 g@20.0:4",
      "12/4 a@0.0:3 b@0.3:5 c@1.0:7 d@4.0:18 e@6.2:1 f@7 g@8.0:4",
      "24/4 a@0.0:3 b@4.0:5 c@8.0:7 d@12.0:18 e@16.0:1 f@17 g@20.0:4",
      "12/4 a@0.0:3 b@0.3:5 c@1.0:7 d@4.0:18 e@6.2:1 f@7 g@8.0:4",
      "8/8 a@0.0:3 b@0.3:5 c@1.0:7 d@1.7:18 e@4.1:1 f@5 g@6.0:4"}},
    {"bit fields of width 0",
     "struct s { char a : 3; int : 0; char b : 2; short : 0; char c; };",
     {"7/1 a@0.0:3 b@4.0:2 c@6", "8/4 a@0.0:3 b@4.0:2 c@6", "7/1 a@0.0:3 b@4.0:2 c@6",
      "8/4 a@0.0:3 b@4.0:2 c@6", "", "7/1 a@0.0:3 b@4.0:2 c@6"}},
    {"bit fields without a name",
     "struct s { char a : 3; int : 7; char b : 2; char c; };",
     {"3/1 a@0.0:3 b@1.2:2 c@2", "12/4 a@0.0:3 b@8.0:2 c@9", "3/1 a@0.0:3 b@1.2:2 c@2",
      "12/4 a@0.0:3 b@8.0:2 c@9", "", "3/1 a@0.0:3 b@1.2:2 c@2"}},
    {"packed bit fields",
     "struct s { char a : 3; int b : 30; short c : 9; char d; } __attribute__((packed));",
     {"7/1 a@0.0:3 b@0.3:30 c@4.1:9 d@6", "8/1 a@0.0:3 b@1.0:30 c@5.0:9 d@7",
      "7/1 a@0.0:3 b@0.3:30 c@4.1:9 d@6", "8/1 a@0.0:3 b@1.0:30 c@5.0:9 d@7",
      "7/1 a@0.0:3 b@0.3:30 c@4.1:9 d@6", "7/1 a@0.0:3 b@0.3:30 c@4.1:9 d@6"}},
    {"bit fields under pack(1)",
     "#pragma pack(1)\nstruct s { char a : 3; int b : 30; short c : 9; long long d : 50; char e; };\n#pragma "
     "pack()",
     {"13/1 a@0.0:3 b@0.3:30 c@4.1:9 d@5.2:50 e@12", "16/1 a@0.0:3 b@1.0:30 c@5.0:9 d@7.0:50 e@15",
      "13/1 a@0.0:3 b@0.3:30 c@4.1:9 d@5.2:50 e@12", "16/1 a@0.0:3 b@1.0:30 c@5.0:9 d@7.0:50 e@15",
      "13/1 a@0.0:3 b@0.3:30 c@4.1:9 d@5.2:50 e@12", "13/1 a@0.0:3 b@0.3:30 c@4.1:9 d@5.2:50 e@12"}},
    {"bit fields of an enumeration",
     "enum e { A, B = 5 }; struct s { enum e a : 3; enum e b : 4; enum e c; unsigned char d : 2; };",
     {"12/4 a@0.0:3 b@0.3:4 c@4 d@8.0:2", "12/4 a@0.0:3 b@0.3:4 c@4 d@8.0:2",
      "12/4 a@0.0:3 b@0.3:4 c@4 d@8.0:2", "12/4 a@0.0:3 b@0.3:4 c@4 d@8.0:2",
      "12/4 a@0.0:3 b@0.3:4 c@4 d@8.0:2", "12/4 a@0.0:3 b@0.3:4 c@4 d@8.0:2"}},
    {"a union",
     "union s { char a[9]; double b; int c : 5; long long d : 40; short : 3; };",
     {"16/8 a@0 b@0 c@0.0:5 d@0.0:40", "16/8 a@0 b@0 c@0.0:5 d@0.0:40", "12/4 a@0 b@0 c@0.0:5 d@0.0:40",
      "16/8 a@0 b@0 c@0.0:5 d@0.0:40", "", "16/8 a@0 b@0 c@0.0:5 d@0.0:40"}},
    {"an array without a count",
     "struct s { int a; char b; short c[]; };",
     {"8/4 a@0 b@4 c@6", "8/4 a@0 b@4 c@6", "8/4 a@0 b@4 c@6", "8/4 a@0 b@4 c@6", "8/4 a@0 b@4 c@6",
      "8/4 a@0 b@4 c@6"}},
    {"enumerations of other sizes",
     "enum n { N = -1 }; enum w { W = 0x100000000 }; enum __attribute__((packed)) t { T = 255 }; struct s { "
     "char a; enum n b; enum w c; enum t d; };",
     {"24/8 a@0 b@4 c@8 d@16", "16/4 a@0 b@4 c@8 d@12", "20/4 a@0 b@4 c@8 d@16", "16/4 a@0 b@4 c@8 d@12",
      "24/8 a@0 b@4 c@8 d@16", "24/8 a@0 b@4 c@8 d@16"}},
}};

}  // namespace octavo::test
