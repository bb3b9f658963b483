#pragma once

#include <initializer_list>

#include <QStringList>

namespace octavo::test {

/// UTF-8 texts as what QCOMPARE shows well.
inline QStringList listOf(std::initializer_list<const char*> all) {
    QStringList made;
    for (const char* each : all)
        made << QString::fromUtf8(each);
    return made;
}

}  // namespace octavo::test
