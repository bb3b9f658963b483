#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace octavo {

/// Keeps one observer attached; destroying it detaches. May outlive the notifier. Move-only.
class NotifierConnection {
public:
    NotifierConnection() = default;
    explicit NotifierConnection(std::function<void()> detach) : detach_(std::move(detach)) {}
    NotifierConnection(NotifierConnection&& other) noexcept
        : detach_(std::exchange(other.detach_, nullptr)) {}
    NotifierConnection& operator=(NotifierConnection&& other) noexcept {
        if (this != &other) {
            disconnect();
            detach_ = std::exchange(other.detach_, nullptr);
        }
        return *this;
    }
    NotifierConnection(const NotifierConnection&) = delete;
    NotifierConnection& operator=(const NotifierConnection&) = delete;
    ~NotifierConnection() { disconnect(); }

    void disconnect() {
        if (auto detach = std::exchange(detach_, nullptr))
            detach();
    }

private:
    std::function<void()> detach_;
};

/// Tells any number of observers, in the order in which they connected. One thread.
/// Observers may connect and disconnect during a notification: a new one hears the next notification first,
/// a removed one hears nothing more.
template <typename... Arguments>
class Notifier {
public:
    using Observer = std::function<void(Arguments...)>;

    Notifier() = default;
    Notifier(const Notifier&) = delete;
    Notifier& operator=(const Notifier&) = delete;

    [[nodiscard]] NotifierConnection connect(Observer observer) {
        const std::uint64_t id = ++state_->lastId;
        state_->entries.push_back(std::make_shared<Entry>(Entry{id, std::move(observer), true}));
        return NotifierConnection([weak = std::weak_ptr<State>(state_), id] {
            if (const auto state = weak.lock()) {
                const auto found = std::find_if(state->entries.begin(), state->entries.end(),
                                                [id](const auto& entry) { return entry->id == id; });
                if (found != state->entries.end()) {
                    (*found)->connected = false;
                    state->entries.erase(found);
                }
            }
        });
    }

    void notify(Arguments... arguments) const {
        const auto entries = state_->entries;
        for (const auto& entry : entries) {
            if (entry->connected)
                entry->observer(arguments...);
        }
    }

private:
    struct Entry {
        std::uint64_t id;
        Observer observer;
        bool connected;
    };
    struct State {
        std::uint64_t lastId = 0;
        std::vector<std::shared_ptr<Entry>> entries;
    };
    std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace octavo
