#include "core/declarations/c_types.h"

#include <algorithm>
#include <array>
#include <utility>

namespace octavo {

namespace {

/// The names of types, several of one meaning in a row. What they mean: a letter (u and s integers, t and f
/// times of Unix and Windows, r real numbers, c characters, o truth values, b bytes, g
/// bytes aligned as a GUID, p pointers, v nothing, a unsigned integers aligned to their size),
/// then the size in bytes: a digit, p of a pointer, l of a long, w of wchar_t, t of time_t; then the order.
struct KnownTypes {
    std::string_view meaning;
    std::string_view names;
};

constexpr std::array<KnownTypes, 41> kKnownTypes = {{
    {"s1", "int8_t int_least8_t int_fast8_t s8 __s8 INT8 int8 qint8 gint8 i8"},
    {"u1",
     "uint8_t uint_least8_t uint_fast8_t u8 __u8 UINT8 uint8 quint8 guint8 u_int8_t u_char uchar BYTE "
     "UCHAR BOOLEAN byte KIRQL CARD8"},
    {"s2", "int16_t int_least16_t s16 __s16 INT16 int16 qint16 gint16 i16 SHORT CSHORT"},
    {"u2",
     "uint16_t uint_least16_t u16 __u16 UINT16 uint16 quint16 guint16 u_int16_t u_short ushort WORD "
     "USHORT ATOM LANGID CARD16 sa_family_t __kernel_sa_family_t __sum16 Elf32_Half Elf64_Half Elf32_Section "
     "Elf64_Section Elf32_Versym"},
    {"s4",
     "int32_t int_least32_t s32 __s32 INT32 int32 qint32 gint32 i32 LONG LONG32 INT BOOL HRESULT "
     "NTSTATUS pid_t key_t Elf32_Sword Elf64_Sword"},
    {"u4",
     "uint32_t uint_least32_t u32 __u32 UINT32 uint32 quint32 guint32 u_int32_t u_int uint DWORD "
     "DWORD32 ULONG CARD32 ULONG32 UINT COLORREF LCID ACCESS_MASK uid_t gid_t id_t mode_t socklen_t "
     "__wsum FOURCC MMRESULT Elf32_Word Elf64_Word Elf32_Addr Elf32_Off"},
    {"s8",
     "int64_t int_least64_t s64 __s64 INT64 int64 qint64 gint64 i64 LONGLONG LONG64 LARGE_INTEGER "
     "int_fast64_t intmax_t off64_t loff_t quad_t USN Elf64_Sxword"},
    {"u8",
     "uint64_t uint_least64_t u64 __u64 UINT64 uint64 quint64 guint64 u_int64_t u_quad_t uintmax_t QWORD "
     "uint_fast64_t DWORD64 DWORDLONG ULONGLONG ULONG64 ULARGE_INTEGER dev_t Elf32_Xword Elf64_Xword "
     "Elf64_Addr Elf64_Off"},
    {"a8", "__aligned_u64"},
    {"a8le", "__aligned_le64"},
    {"a8be", "__aligned_be64"},
    {"sp", "ssize_t ptrdiff_t intptr_t INT_PTR LONG_PTR SSIZE_T LPARAM LRESULT int_fast16_t int_fast32_t"},
    {"up",
     "size_t uintptr_t UINT_PTR ULONG_PTR DWORD_PTR SIZE_T WPARAM KAFFINITY rsize_t uint_fast16_t "
     "uint_fast32_t"},
    {"sl", "off_t blkcnt_t blksize_t suseconds_t clock_t __kernel_long_t"},
    {"ul", "ulong u_long ino_t nlink_t __kernel_ulong_t"},
    {"tt", "time_t __time_t"},
    {"t8", "time64_t __time64_t __time64"},
    {"t4", "time32_t __time32_t"},
    {"f4", "FILETIME"},
    {"c1", "CHAR CCHAR gchar"},
    {"cx", "char8_t"},
    {"cw", "wchar_t wint_t"},
    {"c2", "char16_t WCHAR TCHAR OLECHAR"},
    {"c4", "char32_t"},
    {"o1", "bool _Bool gbool"},
    {"r4", "FLOAT _Float32 float_t qfloat float32_t"},
    {"r8", "DOUBLE _Float64 double_t qreal float64_t _Float32x"},
    {"b2", "_Float16 __fp16 __bf16"},
    {"b16", "_Float128 __float128 __int128_t __uint128_t"},
    {"g16", "GUID UUID CLSID IID uuid_t guid_t"},
    {"v", "VOID"},
    {"u2le", "__le16 __virtio16 le16 le16_t ule16_t"},
    {"u4le", "__le32 __virtio32 le32 le32_t ule32_t"},
    {"u8le", "__le64 __virtio64 le64 le64_t ule64_t"},
    {"u2be", "__be16 be16 be16_t ube16_t in_port_t"},
    {"u4be", "__be32 be32 be32_t ube32_t in_addr_t"},
    {"u8be", "__be64 be64 be64_t ube64_t"},
    {"pVOID",
     "PVOID LPVOID LPCVOID HANDLE HWND HMODULE HINSTANCE HKEY HDC HICON HBRUSH HMENU HBITMAP HFONT "
     "HGLOBAL HLOCAL HRSRC"},
    {"pCHAR", "PCHAR LPSTR LPCSTR PSTR PCSTR"},
    {"pWCHAR", "PWCHAR LPWSTR LPCWSTR PWSTR PCWSTR LPTSTR LPCTSTR"},
    {"pBYTE", "PBYTE LPBYTE PUCHAR"},
}};

bool contains(std::string_view names, std::string_view name) {
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        if (names.substr(0, end) == name)
            return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

CType scalar(CTypeKind kind, std::string name, unsigned size, const CAbi& abi) {
    CType made;
    made.kind = kind;
    made.name = std::move(name);
    made.scalarSize = size;
    made.scalarAlignment = naturalAlignment(size, abi);
    return made;
}

CType characterType(std::string name, char measure, const CAbi& abi) {
    const bool isUtf8 = measure == 'x';
    const unsigned size = measure == 'w' ? abi.wcharSize : measure == '2' ? 2 : measure == '4' ? 4 : 1;
    CType made = scalar(CTypeKind::Character, std::move(name), size, abi);
    made.isSigned = measure == '1' || (measure == 'w' && size == 4);
    made.encoding = isUtf8 ? "UTF-8" : size == 1 ? "ASCII" : size == 2 ? "UTF-16" : "UTF-32";
    return made;
}

unsigned measured(std::string_view measure, const CAbi& abi) {
    if (measure.starts_with("16"))
        return 16;
    switch (measure[0]) {
        case 'p':
            return abi.pointerSize;
        case 'l':
            return abi.longSize;
        case 't':
            return abi.msBitFields ? 8 : abi.longSize;
        default:
            return static_cast<unsigned>(measure[0] - '0');
    }
}

CType timeType(std::string name, unsigned size, const CAbi& abi) {
    CType made = integerType(std::move(name), size, true, abi);
    made.time = "unix";
    return made;
}

/// Two DWORD, of which the lower is first.
CType fileTime(std::string name, const CAbi& abi) {
    CType made = integerType(std::move(name), 8, false, abi);
    made.scalarAlignment = naturalAlignment(4, abi);
    made.time = "filetime";
    return made;
}

CType meant(std::string_view meaning, std::string name, const CAbi& abi) {
    const char letter = meaning[0];
    const std::string_view measure = meaning.substr(1);
    if (letter == 'p')
        return pointerType(std::string(measure), abi);
    if (letter == 'v')
        return scalar(CTypeKind::Void, std::move(name), 0, abi);
    if (letter == 'c')
        return characterType(std::move(name), measure[0], abi);
    if (letter == 'f')
        return fileTime(std::move(name), abi);
    const unsigned size = measured(measure, abi);
    if (letter == 't')
        return timeType(std::move(name), size, abi);
    if (letter == 'o')
        return scalar(CTypeKind::Boolean, std::move(name), size, abi);
    if (letter == 'r')
        return floatType(std::move(name), size, abi);
    if (letter == 'b' || letter == 'g') {
        CType made = bytesType(std::move(name), size, abi);
        // A compiler aligns a GUID as the DWORD at its beginning, and 16 bytes of its own to 16 on i386 too.
        made.scalarAlignment = letter == 'g' ? 4 : size;
        return made;
    }
    CType made = integerType(std::move(name), size, letter == 's', abi);
    if (letter == 'a')
        made.scalarAlignment = size;
    if (measure.ends_with("be") || measure.ends_with("le"))
        made.order = measure.ends_with("be") ? ByteOrder::Big : ByteOrder::Little;
    return made;
}

}  // namespace

bool isComplete(const CType& type) {
    switch (type.kind) {
        case CTypeKind::Incomplete:
        case CTypeKind::Void:
        case CTypeKind::Function:
            return false;
        case CTypeKind::Record:
            return type.record->isComplete;
        case CTypeKind::Enumeration:
            return type.enumeration->size != 0;
        default:
            return true;
    }
}

ByteCount sizeOf(const CType& type) {
    if (type.kind == CTypeKind::Record)
        return type.record->size;
    if (type.kind == CTypeKind::Enumeration)
        return type.enumeration->size;
    return type.kind == CTypeKind::Array ? type.count * sizeOf(*type.item) : type.scalarSize;
}

ByteCount alignmentOf(const CType& type) {
    if (type.givenAlignment != 0)
        return type.givenAlignment;
    if (type.kind == CTypeKind::Record)
        return type.record->alignment;
    if (type.kind == CTypeKind::Enumeration)
        return type.enumeration->alignment;
    return type.kind == CTypeKind::Array ? alignmentOf(*type.item) : type.scalarAlignment;
}

bool isFlexibleRecord(const CType& type) {
    return type.kind == CTypeKind::Record && type.record->isFlexible;
}

ByteCount naturalAlignment(ByteCount size, const CAbi& abi) {
    return std::max<ByteCount>(1, std::min<ByteCount>(size & (~size + 1), abi.mostAlignment));
}

CType integerType(std::string name, unsigned size, bool isSigned, const CAbi& abi) {
    CType made = scalar(CTypeKind::Integer, std::move(name), size, abi);
    made.isSigned = isSigned;
    return made;
}

CType floatType(std::string name, unsigned size, const CAbi& abi) {
    return scalar(CTypeKind::Float, std::move(name), size, abi);
}

CType bytesType(std::string name, unsigned size, const CAbi& abi) {
    return scalar(CTypeKind::Bytes, std::move(name), size, abi);
}

CType pointerType(std::string pointee, const CAbi& abi) {
    return scalar(CTypeKind::Pointer, std::move(pointee), abi.pointerSize, abi);
}

std::optional<CType> knownCType(std::string_view name, const CAbi& abi) {
    for (const KnownTypes& known : kKnownTypes) {
        if (contains(known.names, name))
            return meant(known.meaning, std::string(name), abi);
    }
    return std::nullopt;
}

}  // namespace octavo
